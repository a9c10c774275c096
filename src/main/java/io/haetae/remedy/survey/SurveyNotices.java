package io.haetae.remedy.survey;

import io.haetae.kernel.Zones;
import io.haetae.remedy.Parties;
import io.haetae.remedy.Reminders;
import io.haetae.remedy.Telling;
import io.haetae.remedy.survey.SurveyStore.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells institutions of surveys and the authority of answers. */
@ApplicationScoped
class SurveyNotices {

    private final Telling telling;
    private final SurveyParts parts;
    private final Parties parties;

    SurveyNotices(Telling telling, SurveyParts parts, Parties parties) {
        this.telling = telling;
        this.parts = parts;
        this.parties = parties;
    }

    void announced(Survey survey, List<String> institutions) {
        Map<String, Object> facts = Map.of(
                "number", survey.number(),
                "title", survey.title(),
                "from", survey.from(),
                "until", survey.until(),
                "due", Reminders.lastDay(survey.answerDueAt()));
        telling.officers(
                message(Subject.of(survey), Set.of(survey.authority()), "announced", "1", facts), institutions);
    }

    void cancelled(Survey survey, String reason) {
        List<String> institutions = parts.of(survey, survey.announcedAt()).stream()
                .map(SurveyView.Part::institution)
                .toList();
        Map<String, Object> facts = Map.of("number", survey.number(), "title", survey.title(), "reason", reason);
        telling.officers(
                message(Subject.of(survey), Set.of(survey.authority()), "cancelled", "1", facts), institutions);
    }

    void visit(Survey survey, String institution, LocalDate on) {
        Map<String, Object> facts = Map.of("number", survey.number(), "title", survey.title(), "on", on);
        telling.officers(
                message(
                        Subject.of(survey),
                        parties.keys(institution, survey.authority()),
                        "visit",
                        institution + ":" + survey.version(),
                        facts),
                Set.of(institution));
    }

    void answered(Survey survey, String institution, int round) {
        Map<String, Object> facts =
                Map.of("number", survey.number(), "title", survey.title(), "institution", institution);
        telling.authority(
                message(
                        Subject.of(survey),
                        parties.keys(institution, survey.authority()),
                        "answered",
                        institution + ":" + round,
                        facts),
                survey.authority());
    }

    /** The time for the answers is near, or has passed. */
    void reminded(SurveyParts.Due due, Instant now) {
        Map<String, Object> facts =
                Map.of("number", due.number(), "title", due.title(), "due", Reminders.lastDay(due.dueAt()));
        telling.officers(
                message(
                        Subject.of(due),
                        parties.keys(due.institution(), due.authority()),
                        now.isBefore(due.dueAt()) ? "near" : "late",
                        due.institution() + ":" + now,
                        facts),
                Set.of(due.institution()));
    }

    /** A visit is near, or takes place today. */
    void reminded(SurveyParts.Visit visit, Instant now) {
        String note = visit.note() == null ? "" : " (" + visit.note() + ")";
        Map<String, Object> facts =
                Map.of("number", visit.number(), "title", visit.title(), "on", visit.on(), "note", note);
        boolean today = LocalDate.ofInstant(now, Zones.SEOUL).equals(visit.on());
        telling.officers(
                message(
                        Subject.of(visit),
                        parties.keys(visit.institution(), visit.authority()),
                        today ? "visit-today" : "visit-near",
                        visit.institution() + ":" + now,
                        facts),
                Set.of(visit.institution()));
    }

    /** What is told about. */
    private record Subject(String number, boolean exercise) {

        static Subject of(Survey survey) {
            return new Subject(survey.number(), survey.exercise());
        }

        static Subject of(SurveyParts.Due due) {
            return new Subject(due.number(), due.exercise());
        }

        static Subject of(SurveyParts.Visit visit) {
            return new Subject(visit.number(), visit.exercise());
        }
    }

    private static Telling.Message message(
            Subject of, Set<String> scope, String key, String occasion, Map<String, Object> facts) {
        return new Telling.Message(
                SurveyViews.SUBJECT, of.number(), scope, "remedy.survey.notice." + key, occasion, facts, of.exercise());
    }
}
