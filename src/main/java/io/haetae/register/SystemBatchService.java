package io.haetae.register;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates and changes many systems at once: imports and the demonstration. */
@ApplicationScoped
public class SystemBatchService {

    private final SystemBatch batch;
    private final CurrentActor actor;

    SystemBatchService(SystemBatch batch, CurrentActor actor) {
        this.batch = batch;
        this.actor = actor;
    }

    /** What became, or on a dry run would become, of an entry. */
    public enum Fate {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * One entry's fate.
     *
     * @param errors why it was refused, else empty
     */
    public record Saved(String code, Fate fate, List<FieldError> errors) {}

    /**
     * Looks at the entries and, unless it is a dry run or one of them is wrong while not partial, writes them.
     * The answer is in the order of the entries.
     */
    @Transactional
    public List<Saved> save(List<SystemCommand> entries, BatchOptions options) {
        actor.require(Role.ADMIN, Role.OFFICER);
        List<SystemBatch.Outcome> outcomes = batch.prepare(entries);
        boolean allRight = outcomes.stream().noneMatch(SystemBatch.Outcome::refused);
        if (!options.dryRun() && (allRight || options.partial())) {
            batch.write(outcomes, options);
        }
        return outcomes.stream().map(SystemBatchService::saved).toList();
    }

    private static Saved saved(SystemBatch.Outcome outcome) {
        String code = outcome.wanted().code();
        if (outcome.forbidden() != null) {
            return new Saved(code, Fate.REFUSED, List.of(forbidden(outcome.forbidden(), outcome.wanted())));
        }
        if (outcome.refused()) {
            return new Saved(code, Fate.REFUSED, outcome.errors());
        }
        if (!outcome.changes()) {
            return new Saved(code, Fate.UNCHANGED, List.of());
        }
        return new Saved(code, outcome.present() == null ? Fate.CREATED : Fate.CHANGED, List.of());
    }

    private static FieldError forbidden(RegisterError error, SystemCommand wanted) {
        return switch (error) {
            case NOT_YOURS -> FieldError.of("/owner", "not-your-system", wanted.owner());
            case MAJOR_IS_DESIGNATED -> FieldError.of("/major", "major-is-designated", wanted.isMajor());
            case ENDED -> FieldError.of("/code", "ended-system", wanted.code());
            case FILE_REFUSED -> throw new IllegalArgumentException(error.code()); // of files only
            case FOREIGN_LEAD_AGENCY ->
                new FieldError(
                        "/leadAgency",
                        "foreign-lead-agency",
                        Map.of("value", Objects.requireNonNullElse(wanted.leadAgency(), "")));
        };
    }
}
