package io.haetae.continuity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.continuity.relief.Due;
import io.haetae.continuity.relief.Outage;
import io.haetae.kernel.LocalizedText;
import io.haetae.register.PublicService;
import io.haetae.rule.DeadlineRules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A continuity plan at work for an incident.
 *
 * @param planVersion the version it works by, null when the system has no valid plan
 * @param guidance what the plan tells people, null without one
 * @param offices where receipts are taken; empty for any
 * @param outages when the system was down by every incident, overlapping ones as one
 * @param recoveredAt when the last of them ended, null while one lasts or there is none
 * @param ruleSet {@code kind/name} of the rules for deadlines, with {@code ruleVersion}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActivationView(
        UUID id,
        String system,
        LocalizedText name,
        String incident,
        boolean exercise,
        State state,
        @Nullable Integer planVersion,
        @Nullable LocalizedText guidance,
        List<String> offices,
        List<Service> services,
        List<Outage> outages,
        @Nullable Instant recoveredAt,
        List<Decided> extensions,
        ReceiptCounts receipts,
        String ruleSet,
        String ruleVersion,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String signOffReason) {

    /** Where it stands. */
    public enum State {
        OPEN,
        CLOSED
    }

    /**
     * A service of the system.
     *
     * @param deadlines the legal deadlines that end through it, in the owner's words
     * @param rule what becomes of its deadlines
     * @param says the same in words for the public
     * @param fields what its form asks
     */
    public record Service(
            String code,
            LocalizedText name,
            List<String> deadlines,
            DeadlineRules.Rule rule,
            LocalizedText says,
            List<PlanCommand.Field> fields,
            List<Substitute> substitutes) {

        /** Article of its rule, or whose notice. */
        public String source() {
            return rule.source();
        }

        /** Whether there is anything to use instead that does not rest on what is down. */
        public boolean hasSoundSubstitute() {
            return substitutes.stream()
                    .anyMatch(substitute -> substitute.warnings().isEmpty());
        }
    }

    /**
     * What to use instead.
     *
     * @param warnings why people should not be sent there now
     */
    public record Substitute(
            LocalizedText name,
            PublicService.SubstituteKind kind,
            @Nullable String contact,
            @Nullable String hours,
            @Nullable String region,
            List<String> dependsOn,
            List<Warning> warnings) {}

    /**
     * A substitute rests on a system that does not run.
     *
     * @param dependsOn the system the substitute needs
     * @param down what is down: that system itself, or one it rests on
     * @param service how that one fares
     */
    public record Warning(String dependsOn, String down, String service) {}

    /** A decision about deadlines; for the fields see {@link ExtensionCommand}. */
    public record Decided(
            UUID id,
            List<String> services,
            String rule,
            @Nullable Due until,
            @Nullable Integer amount,
            DeadlineRules.@Nullable Unit unit,
            int alsoWithinHours,
            ExtensionCommand.Decider decidedBy,
            String documentNumber,
            Instant recordedAt,
            String recordedBy) {

        /** Whether it is about a service. */
        boolean covers(String service) {
            return services.isEmpty() || services.contains(service);
        }
    }
}
