package io.haetae.duty;

import io.haetae.duty.Escalation.Step;
import io.haetae.duty.Escalation.StepState;
import io.haetae.duty.Escalation.Told;
import io.haetae.duty.WhyTold.Message;
import io.haetae.duty.WhyTold.Verdict;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.notify.Deliveries;
import io.haetae.notify.DeliveryView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers "why was I told" and "why was I not": from what the call-outs wrote down, not from what would be so now. */
@ApplicationScoped
public class WhyToldService {

    private final ChainViews views;
    private final Deliveries deliveries;
    private final Texts texts;

    WhyToldService(ChainViews views, Deliveries deliveries, Texts texts) {
        this.views = views;
        this.deliveries = deliveries;
        this.texts = texts;
    }

    /** Level by level; for rooms that have checked the scope of the subject. */
    @Transactional
    public List<WhyTold> why(String subjectKind, String subjectId, UUID person) {
        List<DeliveryView> sent = deliveries.of(subjectKind, subjectId).stream()
                .filter(each -> person.equals(each.person()))
                .toList();
        List<WhyTold> reasons = new ArrayList<>();
        for (Escalation chain : views.of(subjectKind, subjectId)) {
            for (Step step : chain.steps()) {
                Instant at = Objects.requireNonNullElse(step.doneAt(), step.dueAt());
                Verdict verdict = verdict(chain, step, person);
                reasons.add(new WhyTold(
                        chain.id(), step.level(), at, verdict, why(verdict, chain, step, person), of(step, sent)));
            }
        }
        return reasons;
    }

    private static Verdict verdict(Escalation chain, Step step, UUID person) {
        if (step.state() == StepState.WAITING) {
            return Verdict.TO_COME;
        }
        if (step.state() == StepState.DROPPED) {
            return switch (chain.state()) {
                case ACKNOWLEDGED -> Verdict.ANSWERED_BEFORE;
                case SUPERSEDED -> Verdict.REPLACED_BEFORE;
                default -> Verdict.OVER_BEFORE;
            };
        }
        if (step.told().stream().anyMatch(told -> person.equals(told.person()))) {
            return Verdict.TOLD;
        }
        return step.state() == StepState.UNREACHED ? Verdict.NOBODY_HELD_IT : Verdict.OTHERS_HELD_IT;
    }

    private LocalizedText why(Verdict verdict, Escalation chain, Step step, UUID person) {
        return new LocalizedText(
                why(Locale.KOREAN, verdict, chain, step, person), why(Locale.ENGLISH, verdict, chain, step, person));
    }

    private String why(Locale language, Verdict verdict, Escalation chain, Step step, UUID person) {
        Map<String, Object> facts = new HashMap<>();
        Answer answer = chain.answer();
        facts.put("functions", functions(language, step, verdict == Verdict.TOLD ? person : null));
        facts.put("names", names(step));
        facts.put("due", DutyTimes.shown(step.dueAt()));
        facts.put("name", answer == null ? "-" : answer.name());
        facts.put("answered", answer == null ? "-" : DutyTimes.shown(answer.at()));
        facts.put("why", Objects.requireNonNullElse(chain.endedWhy(), "-"));
        return texts.text(language, "duty.why." + verdict, facts);
    }

    /** Functions that the level called; of somebody who was told, those that he held. */
    private String functions(Locale language, Step step, @Nullable UUID holder) {
        return (holder == null
                        ? step.callees().stream().map(Callee::function)
                        : step.told().stream()
                                .filter(told -> holder.equals(told.person()))
                                .map(Told::function))
                .distinct()
                .map(function -> texts.text(language, "duty.function." + function))
                .collect(Collectors.joining(", "));
    }

    private static String names(Step step) {
        return step.told().stream()
                .map(Told::name)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Messages of a level are written in the transaction that carries it out, a moment after it begins. */
    private static List<Message> of(Step step, List<DeliveryView> sent) {
        Instant done = step.doneAt();
        return sent.stream()
                .filter(each -> done != null
                        && each.level() == step.level()
                        && !each.at().isBefore(done)
                        && each.at().isBefore(done.plusSeconds(60)))
                .map(each -> new Message(
                        each.id(),
                        each.channel().name(),
                        each.state(),
                        each.failure() == null ? null : each.failure().text()))
                .toList();
    }
}
