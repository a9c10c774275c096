package io.haetae.register;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Smaller parts of a system's entry. */
public final class SystemParts {

    private SystemParts() {}

    /** The name another register knows the system by; unique in the whole register. */
    public record ExternalId(
            @NotBlank @Size(max = 40) String scheme,
            @NotBlank @Size(max = 100) String id) {}

    /**
     * Whom to ask about the system.
     *
     * @param function what for, in the owner's words (such as 운영 담당, 유지관리 업체)
     */
    public record Contact(
            @NotBlank @Size(max = 80) String function,
            @Nullable @Size(max = 80) String name,
            @Nullable @Pattern(regexp = "[0-9+ ()-]{3,30}") String phone,

            @Nullable @Pattern(regexp = "[^@\\s]+@[^@\\s]+") @Size(max = 254)
            String mail,

            @Nullable @Size(max = 200) String hours) {}

    /**
     * Something the system runs on.
     *
     * @param redundant whether one of them may fail without the service failing; null when unknown
     */
    public record Resource(
            @NotNull ResourceKind kind,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Min(1) @Max(100_000) Integer count,
            @Nullable @Size(max = 200) String model,
            @Nullable Boolean redundant,
            @Nullable LocalDate introducedOn,
            @Nullable LocalDate supportedUntil) {}

    /** Kinds of resource (서버, 스토리지, 네트워크 장비, 보안 장비, 소프트웨어). */
    public enum ResourceKind {
        SERVER,
        STORAGE,
        NETWORK,
        SECURITY,
        SOFTWARE
    }

    /** Recovery targets in minutes: time until it serves again (RTO), data that may be lost (RPO). */
    public record Recovery(
            @Nullable @Min(0) @Max(1_000_000) Integer rtoMinutes,
            @Nullable @Min(0) @Max(1_000_000) Integer rpoMinutes) {

        /** Time until it serves again. */
        public @Nullable Duration rto() {
            return rtoMinutes == null ? null : Duration.ofMinutes(rtoMinutes);
        }

        /** How far back data may be lost. */
        public @Nullable Duration rpo() {
            return rpoMinutes == null ? null : Duration.ofMinutes(rpoMinutes);
        }
    }
}
