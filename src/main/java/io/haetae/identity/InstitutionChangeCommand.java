package io.haetae.identity;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an institution from a day on (지방자치법 제5조: 명칭·구역 변경, 폐치분합; 정부조직법의 개편).
 *
 * @param effectiveOn first day of the new state; one to come takes effect by itself, one past must not be before the last
 *     change of any institution concerned
 * @param name RENAMING: the new name
 * @param becomes RENAMING: what it is from then on, null for what it was
 * @param standardCode RENAMING: its new 행정표준코드, null for the one it has
 * @param region RENAMING: the 시·도 it belongs to from then on, null for the one it has
 * @param parent MOVE: the institution above, null for none
 * @param centralAuthority MOVE: who confirms its grades from then on, null for who did
 * @param former MERGER: those that end and whose place it takes
 * @param decidedBy who decided
 * @param document by which statute or document
 */
public record InstitutionChangeCommand(
        @NotNull Kind kind,
        @NotNull LocalDate effectiveOn,
        @Nullable @Valid LocalizedText name,
        @Nullable InstitutionKind becomes,
        @Nullable @Size(max = 20) String standardCode,
        @Nullable @Size(max = 40) String region,
        @Nullable @Size(max = 40) String parent,
        @Nullable @Size(max = 40) String centralAuthority,
        @Size(max = 100) List<@NotBlank @Size(max = 40) String> former,
        @NotBlank @Size(max = 2000) String reason,
        @Nullable @Size(max = 200) String decidedBy,
        @Nullable @Size(max = 200) String document) {

    public InstitutionChangeCommand {
        former = List.copyOf(Objects.requireNonNullElse(former, List.of()));
    }

    /** What can become of an institution. */
    public enum Kind {
        /** Another name, and with it perhaps another kind, standard code or region. */
        RENAMING("identity.institution-renamed"),
        /** Another place in the tree. */
        MOVE("identity.institution-moved"),
        /** It takes the place of others, which end. */
        MERGER("identity.institutions-merged");

        private final String action;

        Kind(String action) {
            this.action = action;
        }

        /** The rule under which the journal tells it. */
        String action() {
            return action;
        }
    }
}
