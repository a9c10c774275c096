package io.haetae.continuity;

import io.haetae.continuity.relief.Due;
import io.haetae.continuity.relief.Extension;
import io.haetae.continuity.relief.Filing;
import io.haetae.continuity.relief.Outage;
import io.haetae.continuity.relief.Relief;
import io.haetae.continuity.relief.Reliefs;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.FieldError;
import io.haetae.rule.DeadlineRules;
import io.haetae.rule.DeadlineRules.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what becomes of the deadlines of one activation: rules, plan, decisions and outages, as they
 * are known now.
 */
final class Deadlines {

    /** Used by public bodies on 17 November 2023 where nothing else was decided. */
    static final String USUAL = "suspension";

    private final DeadlineRules rules;
    private final WorkingCalendar calendar;
    private final @Nullable PlanView plan;
    private final List<ActivationView.Decided> extensions;
    private final List<Outage> outages;

    Deadlines(
            DeadlineRules rules,
            WorkingCalendar calendar,
            @Nullable PlanView plan,
            List<ActivationView.Decided> extensions,
            List<Outage> outages) {
        this.rules = rules;
        this.calendar = calendar;
        this.plan = plan;
        this.extensions = extensions;
        this.outages = Outage.merged(outages);
    }

    /**
     * What somebody was to do by a deadline.
     *
     * @param rule the rule named for it, null for the one of its service
     */
    record Question(
            String service,
            @Nullable String rule,
            Due deadline,
            @Nullable LocalDate periodFrom,
            @Nullable Instant sentAt) {}

    /** What becomes of it, and by which rule. */
    record Answer(Rule rule, Relief relief) {}

    Answer answer(Question question) {
        Rule rule = ruleOf(question.service(), question.rule());
        ActivationView.Decided decided = rule.effect().isDecided() ? decision(question.service(), rule.id()) : null;
        Extension extension = decided == null
                ? null
                : new Extension(
                        decided.until(),
                        Objects.requireNonNullElse(decided.amount(), 0),
                        decided.unit(),
                        decided.alsoWithinHours());
        Filing filing = new Filing(question.deadline(), question.periodFrom(), question.sentAt(), extension);
        return new Answer(rule, new Reliefs(rules, calendar).of(rule, filing, outages));
    }

    /** The rule named, else the one an agency decided on, else the plan's, else the usual one. */
    Rule ruleOf(String service, @Nullable String named) {
        if (named != null) {
            return rules.find(named).orElseThrow();
        }
        ActivationView.Decided decided = extensions.stream()
                .filter(extension -> extension.covers(service))
                .findFirst()
                .orElse(null);
        PlanCommand.Service planned = plan == null ? null : plan.service(service);
        String id = decided != null ? decided.rule() : planned != null ? planned.deadlineRule() : USUAL;
        return rules.find(id).or(() -> rules.find(USUAL)).orElseThrow();
    }

    /** The latest decision that a rule carries out for a service, null without one. */
    ActivationView.@Nullable Decided decision(String service, String rule) {
        return extensions.stream()
                .filter(extension ->
                        extension.covers(service) && extension.rule().equals(rule))
                .findFirst()
                .orElse(null);
    }

    /** What is wrong with a rule that somebody named for a service, null when nothing is. */
    @Nullable
    FieldError wrong(String pointer, String service, String named) {
        Rule rule = rules.find(named).orElse(null);
        if (rule == null) {
            return unknownRule(pointer, named, rules);
        }
        return rule.effect().isDecided() && decision(service, named) == null
                ? FieldError.of(pointer, "nothing-decided", named)
                : null;
    }

    static FieldError unknownRule(String pointer, String value, DeadlineRules rules) {
        String allowed = rules.all().stream().map(Rule::id).collect(Collectors.joining(", "));
        return new FieldError(pointer, "unknown-deadline-rule", Map.of("value", value, "allowed", allowed));
    }

    List<Outage> outages() {
        return outages;
    }

    List<ActivationView.Decided> extensions() {
        return extensions;
    }

    DeadlineRules rules() {
        return rules;
    }

    @Nullable
    PlanView plan() {
        return plan;
    }

    /** When the last outage ended, null while one lasts or there is none. */
    @Nullable
    Instant recoveredAt() {
        return outages.isEmpty() ? null : outages.get(outages.size() - 1).until();
    }

    /** Differs exactly when something that decides about deadlines has changed. */
    String basis() {
        return rules.ruleSet() + "@" + rules.version() + " "
                + outages.stream().map(o -> o.from() + "/" + o.until()).collect(Collectors.joining(" ")) + " "
                + extensions.stream().map(e -> e.id().toString()).collect(Collectors.joining(" "));
    }
}
