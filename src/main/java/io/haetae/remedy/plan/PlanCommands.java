package io.haetae.remedy.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people say about a plan. */
public final class PlanCommands {

    private PlanCommands() {}

    /**
     * Hands the draft in.
     *
     * @param documentNumber under which it was sent
     * @param note what is new in it
     */
    public record Submission(
            @Nullable @Size(max = 200) String documentNumber,
            @Nullable @Size(max = 4_000) String note) {}

    /**
     * 보완 요청 (시행령 제70조의2 ③).
     *
     * @param text what is to be completed
     * @param until the last day for it
     */
    public record CompletionRequest(
            @NotBlank @Size(max = 4_000) String text,
            @NotNull LocalDate until) {}

    /** The authority takes the plan. */
    public record Acceptance(@Nullable @Size(max = 4_000) String note) {}

    /** The authority no longer asks for the plan. */
    public record Release(@NotBlank @Size(max = 4_000) String reason) {}
}
