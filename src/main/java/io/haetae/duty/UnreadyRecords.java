package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of what is not ready, and raising it to the leads of the institution's teams and to administrators. */
@ApplicationScoped
class UnreadyRecords {

    static final String SUBJECT = "READINESS";

    private final Sql sql;
    private final PeopleService people;
    private final ContactPoints contacts;
    private final Outbox outbox;
    private final Journal journal;
    private final Texts texts;

    UnreadyRecords(Sql sql, PeopleService people, ContactPoints contacts, Outbox outbox, Journal journal, Texts texts) {
        this.sql = sql;
        this.people = people;
        this.contacts = contacts;
        this.outbox = outbox;
        this.journal = journal;
        this.texts = texts;
    }

    /** One look at an institution at a time: two would both find the same thing new. */
    void lock(String institution) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> 0, SUBJECT + "/" + institution);
    }

    List<UnreadyLevel> open(Scope scope, @Nullable String institution) {
        return sql.list("""
                select id, institution, policy, policy_version, failure_grade, level, functions, kind, found_at, mended_at
                from duty_unready u
                where mended_at is null and (? or exists (select 1 from identity_ancestry a
                        where a.code = u.institution and a.ancestor = any(?)))
                    and (?::text is null or institution = ?)
                order by institution, failure_grade, level, kind
                """, UnreadyRecords::row, scope.all(), scope.keyArray(), institution, institution);
    }

    void mend(List<UnreadyLevel> mended, Instant now) {
        for (UnreadyLevel each : mended) {
            sql.update("update duty_unready set mended_at = ? where id = ?", now, each.id());
            journal.record("duty.level-ready-again", SUBJECT, each.institution(), facts(each));
        }
    }

    void raise(List<UnreadyLevel> found) {
        if (found.isEmpty()) {
            return;
        }
        for (UnreadyLevel each : found) {
            sql.update(
                    """
                    insert into duty_unready (id, institution, policy, policy_version, failure_grade, level, functions,
                        kind, found_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    each.id(),
                    each.institution(),
                    each.policy(),
                    each.policyVersion(),
                    each.failureGrade(),
                    each.level(),
                    each.functions().toArray(String[]::new),
                    each.kind(),
                    each.foundAt());
            journal.record("duty.level-not-ready", SUBJECT, each.institution(), facts(each));
        }
        outbox.enqueue(messages(found));
    }

    private List<NewDelivery> messages(List<UnreadyLevel> found) {
        String institution = found.get(0).institution();
        LocalizedText title = texts.both("duty.unready.title", Map.of("institution", institution, "n", found.size()));
        LocalizedText body = new LocalizedText(lines(Locale.KOREAN, found), lines(Locale.ENGLISH, found));
        List<PersonView> told = people.active(responsible(institution));
        Map<UUID, List<ContactPoints.Point>> points = contacts.of(told);
        List<NewDelivery> messages = new ArrayList<>();
        for (PersonView person : told) {
            for (ContactPoints.Point point : points.getOrDefault(person.id(), List.of())) {
                messages.add(new NewDelivery(
                        SUBJECT,
                        institution,
                        Set.of(), // administrators of other institutions are among those told
                        person.id(),
                        person.name(),
                        point.channel(),
                        point.address(),
                        0,
                        title,
                        body,
                        "unready:" + found.get(0).id() + ":" + person.id() + ":" + point.channel() + ":"
                                + point.address(),
                        false,
                        null));
            }
        }
        return messages;
    }

    private List<UUID> responsible(String institution) {
        return sql.list("""
                select lead as person from duty_team where institution = ?
                union
                select p.id from identity_person p join identity_person_role r on r.person = p.id
                where r.role = 'ADMIN' and p.active
                """, row -> row.getObject("person", UUID.class), institution);
    }

    private String lines(Locale language, List<UnreadyLevel> found) {
        return found.stream().map(each -> line(language, each)).collect(Collectors.joining("\n"));
    }

    private String line(Locale language, UnreadyLevel each) {
        String functions = each.functions().stream()
                .map(function -> texts.text(language, "duty.function." + function))
                .collect(Collectors.joining(", "));
        return texts.text(
                language,
                "duty.unready.line." + each.kind(),
                Map.of("grade", each.failureGrade(), "level", each.level(), "functions", functions));
    }

    private static Map<String, Object> facts(UnreadyLevel each) {
        return Map.of(
                "policy", each.policy() + " " + each.policyVersion(),
                "failureGrade", each.failureGrade(),
                "level", each.level(),
                "functions", each.functions(),
                "kind", each.kind().name());
    }

    private static UnreadyLevel row(ResultSet row) throws SQLException {
        return new UnreadyLevel(
                row.getObject("id", UUID.class),
                row.getString("institution"),
                row.getString("policy"),
                row.getString("policy_version"),
                row.getInt("failure_grade"),
                row.getInt("level"),
                List.of((String[]) row.getArray("functions").getArray()),
                UnreadyLevel.Kind.valueOf(row.getString("kind")),
                Sql.requiredInstant(row, "found_at"),
                Sql.instant(row, "mended_at"));
    }
}
