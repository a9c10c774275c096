package io.haetae.crisis;

import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions about stages. Only ever added to; a later record that names an earlier one takes its place. */
@ApplicationScoped
class StageRecords {

    private final Sql sql;

    StageRecords(Sql sql) {
        this.sql = sql;
    }

    UUID add(UUID crisis, StageCommand said, Instant at, @Nullable Stage recommended, Instant now, String by) {
        UUID id = Ids.at(now);
        StageCommand.Meeting meeting = said.assessmentMeeting();
        StageCommand.Consultation consultation = said.consultation();
        sql.update(
                """
                insert into crisis_stage (id, crisis, lead_agency, stage, at, recorded_at, recorded_by, reason, recommended,
                    meeting_held_at, meeting_chair, meeting_attendees, meeting_minutes, consulted_at, consulted_with,
                    urgent_first, decider_name, decider_position, document_number, corrects)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                crisis,
                said.leadAgency(),
                said.stage(),
                at,
                now,
                by,
                said.reason(),
                recommended,
                meeting == null ? null : meeting.heldAt(),
                meeting == null ? null : meeting.chair(),
                meeting == null ? new String[0] : meeting.present().toArray(String[]::new),
                meeting == null ? null : meeting.minutes(),
                consultation == null ? null : consultation.at(),
                consultation == null ? null : consultation.with(),
                consultation != null && consultation.isUrgent(),
                said.decidedBy().name(),
                said.decidedBy().position(),
                said.documentNumber(),
                said.corrects());
        return id;
    }

    /** The consultation after an urgent decision; false when there was one before. */
    boolean consult(UUID stage, Instant at, String with, Instant now, String by) {
        return sql.update("""
                        insert into crisis_consultation (stage, at, partner, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?) on conflict do nothing""", stage, at, with, now, by) == 1;
    }

    /** Every record of a crisis, corrected ones too, the latest first. */
    List<StageView> of(UUID crisis) {
        return sql.list("""
                select s.*, c.at as later_at, c.partner as later_with, k.id as corrected_by
                  from crisis_stage s
                  left join crisis_consultation c on c.stage = s.id
                  left join crisis_stage k on k.corrects = s.id
                 where s.crisis = ? order by s.at desc, s.id desc
                """, StageRecords::view, crisis);
    }

    /** The same of many crises: one statement. */
    Map<UUID, List<StageView>> of(Collection<UUID> crises) {
        record Of(UUID crisis, StageView record) {}
        return sql
                .list("""
                        select s.*, c.at as later_at, c.partner as later_with, k.id as corrected_by
                          from crisis_stage s
                          left join crisis_consultation c on c.stage = s.id
                          left join crisis_stage k on k.corrects = s.id
                         where s.crisis = any (?) order by s.at desc, s.id desc
                        """, row -> new Of(row.getObject("crisis", UUID.class), view(row)), (Object)
                        crises.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Of::crisis, Collectors.mapping(Of::record, Collectors.toList())));
    }

    /** The stage of each lead agency that ever had one, as of a time. */
    static Map<String, Stage> standing(List<StageView> records, Instant asOf) {
        Map<String, Stage> standing = new TreeMap<>();
        StageView.counting(records).stream()
                .filter(record -> !record.at().isAfter(asOf))
                .sorted(Comparator.comparing(StageView::at).thenComparing(StageView::id))
                .forEach(record -> standing.put(record.leadAgency(), record.stage()));
        return standing;
    }

    static Stage standing(List<StageView> records, String leadAgency, Instant asOf) {
        return Objects.requireNonNullElse(standing(records, asOf).get(leadAgency), Stage.NONE);
    }

    static Optional<StageView> find(List<StageView> records, @Nullable UUID id) {
        return records.stream().filter(record -> record.id().equals(id)).findFirst();
    }

    private static StageView view(ResultSet row) throws SQLException {
        String recommended = row.getString("recommended");
        UUID correctedBy = row.getObject("corrected_by", UUID.class);
        StageView.Consultation consultation = consultation(row);
        return new StageView(
                row.getObject("id", UUID.class),
                row.getString("lead_agency"),
                Stage.valueOf(row.getString("stage")),
                Sql.requiredInstant(row, "at"),
                Sql.requiredInstant(row, "recorded_at"),
                row.getString("recorded_by"),
                row.getString("reason"),
                recommended == null ? null : Stage.valueOf(recommended),
                meeting(row),
                consultation,
                consultation != null && consultation.at() == null && correctedBy == null,
                new StageCommand.Decider(row.getString("decider_name"), row.getString("decider_position")),
                row.getString("document_number"),
                row.getObject("corrects", UUID.class),
                correctedBy);
    }

    private static StageCommand.@Nullable Meeting meeting(ResultSet row) throws SQLException {
        Instant held = Sql.instant(row, "meeting_held_at");
        return held == null
                ? null
                : new StageCommand.Meeting(
                        held,
                        row.getString("meeting_chair"),
                        Arrays.asList(
                                (String[]) row.getArray("meeting_attendees").getArray()),
                        row.getString("meeting_minutes"));
    }

    private static StageView.@Nullable Consultation consultation(ResultSet row) throws SQLException {
        boolean urgent = row.getBoolean("urgent_first");
        Instant at = Sql.instant(row, urgent ? "later_at" : "consulted_at");
        if (at == null && !urgent) {
            return null;
        }
        return new StageView.Consultation(at, row.getString(urgent ? "later_with" : "consulted_with"), urgent);
    }
}
