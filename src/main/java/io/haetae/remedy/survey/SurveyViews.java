package io.haetae.remedy.survey;

import io.haetae.audit.Journal;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.remedy.Parties;
import io.haetae.remedy.Reminders;
import io.haetae.remedy.survey.SurveyStore.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may see and do what with a survey, and what they see of it. */
@ApplicationScoped
class SurveyViews {

    static final String SUBJECT = "SURVEY";

    private final SurveyStore store;
    private final SurveyParts parts;
    private final Parties parties;
    private final Journal journal;

    SurveyViews(SurveyStore store, SurveyParts parts, Parties parties, Journal journal) {
        this.store = store;
        this.parts = parts;
        this.parties = parties;
        this.journal = journal;
    }

    /** The survey, or a refusal (404) when it concerns the reader in no way. */
    Survey visible(Optional<Survey> found) {
        Survey survey = found.orElseThrow(Refusal::notFound);
        if (!parties.seesAllOf(survey.authority()) && !store.asks(survey.id(), parties.own())) {
            throw Refusal.notFound();
        }
        return survey;
    }

    /** The same, locked, for its authority; a refusal (403) of anybody else who knows of it. */
    Survey lockToLead(String number) {
        Survey survey = visible(store.lock(number));
        if (!parties.leads(survey.authority())) {
            throw new Refusal(SurveyError.NOT_ITS_AUTHORITY);
        }
        return survey;
    }

    void record(String rule, Survey survey, Map<String, ?> data) {
        journal.record(rule, SUBJECT, survey.number(), data);
    }

    SurveyView view(Survey of, Instant now) {
        List<SurveyView.Part> institutions = parts.of(of, now);
        return new SurveyView(
                of.number(),
                of.authority(),
                of.title(),
                of.purpose(),
                of.document(),
                of.urgentReason(),
                of.notifiedOn(),
                of.from(),
                of.until(),
                Reminders.lastDay(of.answerDueAt()),
                of.answerDueAt(),
                of.state(),
                of.announcedAt(),
                of.name(),
                of.endedAt(),
                of.ending(),
                store.questions(of.id()),
                institutions,
                parts.findings(of),
                of.exercise(),
                of.former(),
                allowed(of, institutions),
                of.version());
    }

    private List<String> allowed(Survey of, List<SurveyView.Part> institutions) {
        boolean leads = parties.leads(of.authority());
        boolean answers =
                parties.actor().hasAny(Role.OFFICER) && institutions.stream().anyMatch(SurveyView.Part::mine);
        return SurveyStep.TABLE.from(of.state()).stream()
                .filter(step -> step == SurveyStep.ANSWERS ? answers : leads)
                .map(SurveyStep::noun)
                .toList();
    }
}
