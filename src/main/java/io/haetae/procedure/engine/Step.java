package io.haetae.procedure.engine;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a manual. What a kind does not have is null or empty.
 *
 * @param result the result that can be observed
 * @param record what to write down
 * @param role id of the role that does it
 * @param within time limit
 * @param from what the time limit or waiting time counts from
 * @param next where it leads; null for the following step
 * @param waitFor how long a WAIT waits
 * @param every cadence of a GUIDANCE
 */
public record Step(
        String id,
        StepKind kind,
        LocalizedText title,
        LocalizedText text,
        @Nullable LocalizedText result,
        @Nullable LocalizedText record,
        List<String> basis,
        @Nullable String role,
        @Nullable Span within,
        From from,
        List<Field> fields,
        boolean evidence,
        @Nullable String next,
        List<Option> options,
        @Nullable Approval approval,
        @Nullable Condition until,
        @Nullable Span waitFor,
        @Nullable Span every,
        List<Branch> branches) {

    /** The end of a list of steps. */
    public static final String END = "END";

    public Step {
        basis = List.copyOf(basis);
        fields = List.copyOf(fields);
        options = List.copyOf(options);
        branches = List.copyOf(branches);
    }

    /** What a time counts from. */
    public enum From {
        /** The step became ready. */
        STEP,
        STARTED,
        DETECTED,
        RECOGNISED,
        RECOVERED
    }

    /** One thing that can be decided. */
    public record Option(
            String id, LocalizedText label, @Nullable String next) {}

    /**
     * How an approval is reached.
     *
     * @param rejected where it leads when it cannot be reached any more
     * @param expired where it leads by itself when its time is over, or null
     */
    public record Approval(
            int of, int needed, String rejected, @Nullable String expired, boolean delegable) {}

    /** One branch of a PARALLEL. */
    public record Branch(String id, LocalizedText title, List<Step> steps) {

        public Branch {
            steps = List.copyOf(steps);
        }
    }

    /** The option of that id. */
    public Optional<Option> option(String id) {
        return options.stream().filter(option -> option.id().equals(id)).findFirst();
    }
}
