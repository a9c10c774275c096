package io.haetae.remedy.survey;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Surveys, what they ask and whom. */
@ApplicationScoped
class SurveyStore {

    private final Sql sql;

    SurveyStore(Sql sql) {
        this.sql = sql;
    }

    /** A survey as it is kept. */
    record Survey(
            UUID id,
            long seq,
            String number,
            String authority,
            String title,
            String purpose,
            @Nullable String document,
            @Nullable String urgentReason,
            LocalDate notifiedOn,
            LocalDate from,
            LocalDate until,
            Instant answerDueAt,
            SurveyState state,
            Instant announcedAt,
            String name,
            @Nullable Instant endedAt,
            @Nullable String ending,
            boolean exercise,
            List<String> former,
            int version) {}

    long nextSeq() {
        return sql.first("select nextval('remedy_survey_seq') as n", row -> row.getLong("n"))
                .orElseThrow();
    }

    void add(Survey one, UUID person) {
        sql.update(
                """
                insert into remedy_survey (id, seq, number, authority, title, purpose, document, urgent_reason, notified_on,
                       from_on, until_on, answer_due_at, state, announced_at, person, name, exercise)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                one.id(),
                one.seq(),
                one.number(),
                one.authority(),
                one.title(),
                one.purpose(),
                one.document(),
                one.urgentReason(),
                one.notifiedOn(),
                one.from(),
                one.until(),
                one.answerDueAt(),
                one.state(),
                one.announcedAt(),
                person,
                one.name(),
                one.exercise());
    }

    void addQuestions(UUID survey, List<SurveyCommand.Question> questions) {
        sql.update(
                """
                insert into remedy_survey_question (survey, number, text, kind)
                select ?, q.number, q.text, q.kind
                  from unnest(?, ?) with ordinality as q (text, kind, number)""",
                survey,
                questions.stream().map(one -> one.text().strip()).toArray(String[]::new),
                questions.stream().map(one -> one.kind().name()).toArray(String[]::new));
    }

    void addInstitutions(UUID survey, List<String> institutions, Instant nextAt) {
        sql.update(
                "insert into remedy_survey_institution (survey, institution, next_at) select ?, code, ? from unnest(?) as code",
                survey,
                nextAt,
                institutions.toArray(String[]::new));
    }

    Optional<Survey> find(String number) {
        return sql.first("select * from remedy_survey where number = ?", SurveyStore::survey, number);
    }

    /** The same, locked until the transaction ends: steps follow one another. */
    Optional<Survey> lock(String number) {
        return sql.first("select * from remedy_survey where number = ? for update", SurveyStore::survey, number);
    }

    /** Whether one of these institutions is addressed. */
    boolean asks(UUID survey, String[] institutions) {
        return sql.first(
                        "select 1 from remedy_survey_institution where survey = ? and institution = any (?) limit 1",
                        row -> true,
                        survey,
                        institutions)
                .isPresent();
    }

    /**
     * Who looks at surveys.
     *
     * @param authority that the reader speaks for; empty when for none
     * @param own the reader's institution and those below it
     * @param answering of them, those that the reader answers for
     * @param waiting only what waits for the reader
     */
    record Reader(boolean all, String authority, String[] own, String[] answering, LocalDate today, boolean waiting) {}

    /**
     * Those of an authority and those that ask one of these institutions, the newest first. What waits for an institution are
     * answers and visits to come; for its authority, that a survey is closed whose last day has passed.
     */
    List<SurveyRow> list(Reader reader, @Nullable Long before, int most) {
        return sql.list(
                """
                select s.*, p.institutions, p.answered, p.awaiting, p.visit_on, c.to_close,
                       coalesce(f.findings, 0) as findings
                  from remedy_survey s
                  cross join lateral (
                      select s.state = 'ANNOUNCED' and s.authority = ? and s.until_on < ? as to_close) c
                  join lateral (
                      select count(*) as institutions, count(*) filter (where i.rounds > 0) as answered,
                             coalesce(bool_or(i.rounds = 0 and i.institution = any (?)), false)
                                 and s.state = 'ANNOUNCED' as awaiting,
                             min(i.visit_on) filter (where s.state = 'ANNOUNCED' and i.visit_on >= ?
                                 and i.institution = any (?)) as visit_on
                        from remedy_survey_institution i
                       where i.survey = s.id and (? or s.authority = ? or i.institution = any (?))) p
                    on p.institutions > 0
                  left join lateral (
                      select count(*) as findings from remedy_survey_finding d
                       where d.survey = s.id and (? or s.authority = ? or d.institution = any (?))) f on true
                 where (not ? or p.awaiting or p.visit_on is not null or c.to_close) and (?::bigint is null or s.seq < ?)
                 order by s.seq desc limit ?""",
                SurveyStore::row,
                reader.authority(),
                reader.today(),
                reader.answering(),
                reader.today(),
                reader.answering(),
                reader.all(),
                reader.authority(),
                reader.own(),
                reader.all(),
                reader.authority(),
                reader.own(),
                reader.waiting(),
                before,
                before,
                most);
    }

    void end(UUID survey, SurveyState state, Instant at, String ending) {
        sql.update(
                "update remedy_survey set state = ?, ended_at = ?, ending = ?, version = version + 1 where id = ?",
                state,
                at,
                ending,
                survey);
        sql.update(
                "update remedy_survey_institution set next_at = null, visit_next_at = null where survey = ?", survey);
    }

    void touched(UUID survey) {
        sql.update("update remedy_survey set version = version + 1 where id = ?", survey);
    }

    List<SurveyView.Question> questions(UUID survey) {
        return sql.list(
                "select number, text, kind from remedy_survey_question where survey = ? order by number",
                row -> new SurveyView.Question(
                        row.getInt("number"),
                        Objects.requireNonNull(row.getString("text")),
                        QuestionKind.valueOf(row.getString("kind"))),
                survey);
    }

    private static Survey survey(ResultSet row) throws SQLException {
        return new Survey(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("seq"),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("authority")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("purpose")),
                row.getString("document"),
                row.getString("urgent_reason"),
                Objects.requireNonNull(row.getObject("notified_on", LocalDate.class)),
                Objects.requireNonNull(row.getObject("from_on", LocalDate.class)),
                Objects.requireNonNull(row.getObject("until_on", LocalDate.class)),
                Sql.requiredInstant(row, "answer_due_at"),
                SurveyState.valueOf(row.getString("state")),
                Sql.requiredInstant(row, "announced_at"),
                Objects.requireNonNull(row.getString("name")),
                Sql.instant(row, "ended_at"),
                row.getString("ending"),
                row.getBoolean("exercise"),
                Sql.texts(row, "former"),
                row.getInt("version"));
    }

    private static SurveyRow row(ResultSet row) throws SQLException {
        return new SurveyRow(
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("authority")),
                Objects.requireNonNull(row.getString("title")),
                SurveyState.valueOf(row.getString("state")),
                row.getString("urgent_reason") != null,
                Objects.requireNonNull(row.getObject("from_on", LocalDate.class)),
                Objects.requireNonNull(row.getObject("until_on", LocalDate.class)),
                Sql.requiredInstant(row, "answer_due_at"),
                row.getInt("institutions"),
                row.getInt("answered"),
                row.getInt("findings"),
                row.getBoolean("awaiting"),
                row.getObject("visit_on", LocalDate.class),
                row.getBoolean("to_close"),
                row.getBoolean("exercise"),
                row.getLong("seq"));
    }
}
