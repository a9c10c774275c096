package io.haetae.remedy.survey;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import io.haetae.remedy.Parties;
import io.haetae.remedy.RemedyState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a survey in each institution: visit, answers, findings. */
@ApplicationScoped
class SurveyParts {

    private final Sql sql;
    private final Parties parties;

    SurveyParts(Sql sql, Parties parties) {
        this.sql = sql;
        this.parties = parties;
    }

    /** A reminder that is due. */
    record Due(
            UUID survey,
            String number,
            String title,
            String authority,
            String institution,
            Instant dueAt,
            boolean exercise) {}

    /** A visit of which an institution is to be reminded. */
    record Visit(
            UUID survey,
            String number,
            String title,
            String authority,
            String institution,
            LocalDate on,
            @Nullable String note,
            boolean exercise) {}

    /** How often an institution has answered; nothing when it is not addressed. */
    Optional<Integer> rounds(UUID survey, String institution) {
        return sql.first(
                "select rounds from remedy_survey_institution where survey = ? and institution = ?",
                row -> row.getInt("rounds"),
                survey,
                institution);
    }

    void visit(UUID survey, String institution, LocalDate on, @Nullable String note, @Nullable Instant nextAt) {
        sql.update("""
                update remedy_survey_institution set visit_on = ?, visit_note = ?, visit_next_at = ?::timestamptz
                 where survey = ? and institution = ?""", on, note, nextAt, survey, institution);
    }

    void answer(
            UUID survey,
            String institution,
            int round,
            List<SurveyCommands.Answer> answers,
            boolean late,
            Actor by,
            Instant at) {
        sql.update(
                """
                insert into remedy_survey_answer (survey, institution, round, question, text, at, person, name)
                select ?, ?, ?, a.question, a.text, ?, ?, ? from unnest(?, ?) as a (question, text)""",
                survey,
                institution,
                round,
                at,
                by.id(),
                by.name(),
                answers.stream().map(SurveyCommands.Answer::question).toArray(Integer[]::new),
                answers.stream().map(one -> one.text().strip()).toArray(String[]::new));
        sql.update("""
                update remedy_survey_institution set rounds = ?, answered_at = ?, answerer = ?, late = ?, next_at = null
                 where survey = ? and institution = ?""", round, at, by.name(), late, survey, institution);
    }

    /** Writes down what was found, and says under which number. */
    int find(UUID survey, String institution, String text, Actor by, Instant at) {
        return sql.first("""
                        insert into remedy_survey_finding (survey, number, institution, text, at, person, name)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from remedy_survey_finding where survey = ?
                        returning number""", row -> row.getInt("number"), survey, institution, text, at, by.id(), by.name(), survey)
                .orElseThrow();
    }

    void recommended(UUID survey, int finding, String recommendation) {
        sql.update(
                "update remedy_survey_finding set recommendation = ? where survey = ? and number = ?",
                recommendation,
                survey,
                finding);
    }

    /** The institutions addressed, as far as the reader sees them, with their last answers. */
    List<SurveyView.Part> of(SurveyStore.Survey survey, Instant now) {
        boolean all = parties.seesAllOf(survey.authority());
        String[] own = parties.own();
        boolean officer = parties.actor().hasAny(Role.OFFICER);
        Set<String> mine = Set.of(own);
        Map<String, List<SurveyView.Answer>> answers = answers(survey.id(), all, own);
        return sql.list(
                """
                select p.*, i.name_ko, i.name_en from remedy_survey_institution p
                  join identity_institution i on i.code = p.institution
                 where p.survey = ? and (? or p.institution = any (?)) order by p.institution""",
                row -> {
                    String institution = Objects.requireNonNull(row.getString("institution"));
                    boolean awaited = survey.state() == SurveyState.ANNOUNCED && row.getInt("rounds") == 0;
                    return new SurveyView.Part(
                            institution,
                            Sql.text(row, "name"),
                            row.getObject("visit_on", LocalDate.class),
                            row.getString("visit_note"),
                            row.getInt("rounds"),
                            Sql.instant(row, "answered_at"),
                            row.getString("answerer"),
                            awaited && !now.isBefore(survey.answerDueAt()),
                            row.getBoolean("late"),
                            answers.getOrDefault(institution, List.of()),
                            Sql.texts(row, "former"),
                            officer && mine.contains(institution));
                },
                survey.id(),
                all,
                own);
    }

    private Map<String, List<SurveyView.Answer>> answers(UUID survey, boolean all, String[] own) {
        Map<String, List<SurveyView.Answer>> answers = new HashMap<>();
        sql.list(
                """
                select a.institution, a.question, a.text from remedy_survey_answer a
                  join remedy_survey_institution p
                    on p.survey = a.survey and p.institution = a.institution and p.rounds = a.round
                 where a.survey = ? and (? or a.institution = any (?)) order by a.question""",
                row -> answers.computeIfAbsent(
                                Objects.requireNonNull(row.getString("institution")), one -> new ArrayList<>())
                        .add(new SurveyView.Answer(
                                row.getInt("question"), Objects.requireNonNull(row.getString("text")))),
                survey,
                all,
                own);
        return answers;
    }

    /** What was found, as far as the reader sees it. */
    List<SurveyView.Finding> findings(SurveyStore.Survey survey) {
        return sql.list(
                """
                select f.*, i.name_ko, i.name_en, r.state as recommendation_state
                  from remedy_survey_finding f
                  join identity_institution i on i.code = f.institution
                  left join remedy_recommendation r on r.number = f.recommendation
                 where f.survey = ? and (? or f.institution = any (?)) order by f.number""",
                row -> {
                    String state = row.getString("recommendation_state");
                    return new SurveyView.Finding(
                            row.getInt("number"),
                            Objects.requireNonNull(row.getString("institution")),
                            Sql.text(row, "name"),
                            Objects.requireNonNull(row.getString("text")),
                            Sql.requiredInstant(row, "at"),
                            Objects.requireNonNull(row.getString("name")),
                            row.getString("recommendation"),
                            state == null ? null : RemedyState.valueOf(state));
                },
                survey.id(),
                parties.seesAllOf(survey.authority()),
                parties.own());
    }

    /** Claims institutions that are to be reminded, until the transaction ends. */
    List<Due> claim(Instant now, int most) {
        return sql.list(
                """
                select s.id, s.number, s.title, s.authority, s.answer_due_at, s.exercise, p.institution
                  from remedy_survey_institution p join remedy_survey s on s.id = p.survey
                 where p.next_at <= ? order by p.next_at limit ? for update of p skip locked""",
                row -> new Due(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getString("number")),
                        Objects.requireNonNull(row.getString("title")),
                        Objects.requireNonNull(row.getString("authority")),
                        Objects.requireNonNull(row.getString("institution")),
                        Sql.requiredInstant(row, "answer_due_at"),
                        row.getBoolean("exercise")),
                now,
                most);
    }

    void reminded(Due due, Instant next) {
        sql.update(
                "update remedy_survey_institution set next_at = ? where survey = ? and institution = ?",
                next,
                due.survey(),
                due.institution());
    }

    /** Claims institutions that are to be reminded of a visit, until the transaction ends. */
    List<Visit> claimVisits(Instant now, int most) {
        return sql.list(
                """
                select s.id, s.number, s.title, s.authority, s.exercise, p.institution, p.visit_on, p.visit_note
                  from remedy_survey_institution p join remedy_survey s on s.id = p.survey
                 where p.visit_next_at <= ? order by p.visit_next_at limit ? for update of p skip locked""",
                row -> new Visit(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getString("number")),
                        Objects.requireNonNull(row.getString("title")),
                        Objects.requireNonNull(row.getString("authority")),
                        Objects.requireNonNull(row.getString("institution")),
                        Objects.requireNonNull(row.getObject("visit_on", LocalDate.class)),
                        row.getString("visit_note"),
                        row.getBoolean("exercise")),
                now,
                most);
    }

    void reminded(Visit visit, @Nullable Instant next) {
        sql.update(
                "update remedy_survey_institution set visit_next_at = ?::timestamptz where survey = ? and institution = ?",
                next,
                visit.survey(),
                visit.institution());
    }
}
