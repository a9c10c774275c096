package io.haetae.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemParts.Contact;
import io.haetae.register.SystemParts.ExternalId;
import io.haetae.register.SystemParts.Recovery;
import io.haetae.register.SystemParts.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes systems, many in one statement. Keeping the versions is the database's part: a trigger does it. */
@ApplicationScoped
class SystemWriter {

    /** Rows per statement: large enough to be quick, small enough not to hold a register in one parameter. */
    private static final int CHUNK = 2_000;

    private static final String COLUMNS =
            "id, code, version, name_ko, name_en, owner, operator, lead_agency, site, room,"
                    + " audience, zone, data_class, major, large_scale, cloud, in_service_from, in_service_until, system_grade,"
                    + " system_grade_since, detail, demonstration, changed_at, changed_by";
    private static final String TYPED = "x(id uuid, code text, version int, name_ko text, name_en text, owner text,"
            + " operator text, lead_agency text, site text, room text, audience text, zone text, data_class text,"
            + " major boolean, large_scale boolean, cloud text, in_service_from date, in_service_until date,"
            + " system_grade smallint, system_grade_since timestamptz, detail jsonb, demonstration boolean,"
            + " changed_at timestamptz, changed_by text)";
    private static final String INSERT = "insert into register_system (" + COLUMNS + ") select " + COLUMNS
            + " from jsonb_to_recordset(cast(? as jsonb)) as " + TYPED + " on conflict (code) do nothing";
    private static final String UPDATE = "update register_system s set version = s.version + 1, name_ko = x.name_ko,"
            + " name_en = x.name_en, owner = x.owner, operator = x.operator, lead_agency = x.lead_agency,"
            + " site = x.site, room = x.room, audience = x.audience, zone = x.zone, data_class = x.data_class,"
            + " major = x.major, large_scale = x.large_scale, cloud = x.cloud, in_service_from = x.in_service_from,"
            + " in_service_until = x.in_service_until, detail = x.detail, changed_at = x.changed_at,"
            + " changed_by = x.changed_by from jsonb_to_recordset(cast(? as jsonb)) as " + TYPED
            + " where s.id = x.id and s.version = x.version";

    private final Sql sql;
    private final ObjectMapper json;

    SystemWriter(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Inserts new systems. Refuses (409) when one of the codes came into use meanwhile. */
    void insert(List<Written> rows) {
        if (inChunks(INSERT, rows) != rows.size()) {
            throw new Refusal(KernelError.EXISTS, Map.of("value", rows.size() == 1 ? rows.get(0).code : ""));
        }
    }

    /** Brings systems to a new state, the grade excepted. Refuses (412) when one of them changed meanwhile. */
    void update(List<Written> rows) {
        if (inChunks(UPDATE, rows) != rows.size()) {
            throw new Refusal(KernelError.STALE);
        }
    }

    /** Makes the look-up of external ids agree with the systems' own lists. */
    void replaceExternalIds(Map<UUID, List<ExternalId>> bySystem) {
        sql.update("delete from register_external_id where system = any (?)", (Object) ids(bySystem.keySet()));
        List<Held> held = bySystem.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(id -> new Held(entry.getKey(), id.scheme(), id.id())))
                .toList();
        inChunks(
                "insert into register_external_id (system, scheme, id) select system, scheme, id"
                        + " from jsonb_to_recordset(cast(? as jsonb)) as x(system uuid, scheme text, id text)",
                held);
    }

    /** Which system holds which of the external ids, by code. */
    Map<ExternalId, String> holders(Collection<ExternalId> asked) {
        return sql
                .list(
                        "select e.scheme, e.id, s.code from register_external_id e"
                                + " join register_system s on s.id = e.system"
                                + " join jsonb_to_recordset(cast(? as jsonb)) as x(scheme text, id text)"
                                + " on x.scheme = e.scheme and x.id = e.id",
                        row -> Map.entry(new ExternalId(row.getString(1), row.getString(2)), row.getString(3)),
                        write(asked))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Derives the keys that reach the systems, in one statement. */
    void refreshScope(Collection<UUID> systems) {
        sql.list("select register_refresh_scope(?)", row -> 0, (Object) ids(systems));
    }

    private int inChunks(String statement, List<?> rows) {
        int done = 0;
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<?> chunk = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            done += sql.update(statement, write(chunk));
        }
        return done;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a system cannot be written as JSON", e);
        }
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    record Held(UUID system, String scheme, String id) {}

    /** The part of a system that is only ever shown with it. */
    record Detail(
            List<ExternalId> externalIds,
            @Nullable LocalizedText publicText,
            List<PublicService> services,
            List<Contact> contacts,
            List<Resource> resources,
            @Nullable Recovery recovery) {}

    /** A row as it is written; the names are those of the columns. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Written(
            UUID id,
            String code,
            int version,
            String nameKo,
            String nameEn,
            String owner,
            String operator,
            @Nullable String leadAgency,
            @Nullable String site,
            @Nullable String room,
            SystemTraits.@Nullable Audience audience,
            SystemTraits.@Nullable Zone zone,
            SystemTraits.@Nullable DataClass dataClass,
            boolean major,
            boolean largeScale,
            SystemTraits.@Nullable Cloud cloud,
            @Nullable LocalDate inServiceFrom,
            @Nullable LocalDate inServiceUntil,
            @Nullable Integer systemGrade,
            @Nullable Instant systemGradeSince,
            Detail detail,
            boolean demonstration,
            Instant changedAt,
            String changedBy) {

        /** The wanted state in the place of a present one, or of none. */
        static Written of(SystemCommand wanted, Stamp stamp) {
            return new Written(
                    stamp.id,
                    wanted.code(),
                    stamp.version,
                    wanted.name().ko(),
                    wanted.name().en(),
                    wanted.owner(),
                    wanted.operatorOrOwner(),
                    wanted.leadAgency(),
                    wanted.site(),
                    wanted.room(),
                    wanted.audience(),
                    wanted.zone(),
                    wanted.dataClass(),
                    wanted.isMajor(),
                    wanted.isLargeScale(),
                    wanted.cloud(),
                    wanted.inServiceFrom(),
                    wanted.inServiceUntil(),
                    stamp.grade,
                    stamp.grade == null ? null : stamp.at,
                    new Detail(
                            wanted.externalIds(),
                            wanted.publicText(),
                            wanted.services(),
                            wanted.contacts(),
                            wanted.resources(),
                            wanted.recovery()),
                    stamp.demonstration,
                    stamp.at,
                    stamp.by);
        }
    }

    /** What a written row carries besides what was asked for. */
    record Stamp(UUID id, int version, @Nullable Integer grade, boolean demonstration, Instant at, String by) {}
}
