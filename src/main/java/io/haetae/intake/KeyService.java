package io.haetae.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.Secret;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import io.haetae.rule.Mapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keys of sources: made and revoked by administrators, proved by those who post. */
@ApplicationScoped
public class KeyService {

    private static final String PREFIX = "hin_";
    private static final Set<String> NEEDED = Set.of("fingerprint", "system", "status", "title");
    private static final Set<String> FIELDS =
            Set.of("fingerprint", "system", "status", "title", "severity", "startsAt", "endsAt", "url");

    private static final String SELECT = """
            select k.id, k.source as source_id, s.name, s.adapter, s.institution, k.system_label, k.external_scheme,
                   k.mapping, k.created_at, k.created_by, k.revoked_at, k.revoked_by
              from intake_key k join intake_source s on s.id = k.source
            """;

    private final Sql sql;
    private final InstitutionService institutions;
    private final Journal journal;
    private final CurrentActor actor;
    private final ObjectMapper json;
    private final Clock clock;

    /** Mappings of keys, compiled. A key's mapping never changes, so that nothing here grows old. */
    private final Map<UUID, Mapping> compiled = new ConcurrentHashMap<>();

    KeyService(
            Sql sql,
            InstitutionService institutions,
            Journal journal,
            CurrentActor actor,
            ObjectMapper json,
            Clock clock) {
        this.sql = sql;
        this.institutions = institutions;
        this.journal = journal;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    /** Makes a key (ADMIN), with the source when it is new. */
    @Transactional
    public KeyView.Made create(@Valid KeyCommand command) {
        actor.require(Role.ADMIN);
        check(command);
        Instant now = clock.instant();
        UUID source = source(command, now);
        UUID id = Ids.at(now);
        String secret = PREFIX + Secret.random();
        String label = Objects.requireNonNullElse(command.systemLabel(), "system");
        sql.update(
                "insert into intake_key (id, source, hash, system_label, external_scheme, mapping, created_at, created_by)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)",
                id,
                source,
                Secret.hash(secret),
                label,
                command.externalScheme(),
                command.adapter().isMapped() ? write(command.expressions()) : null,
                now,
                actor.get().username());
        journal.record(
                "intake.key-created",
                "INTAKE_KEY",
                id.toString(),
                Map.of(
                        "source", command.source(),
                        "adapter", command.adapter().word(),
                        "institution", command.institution()));
        KeyView view = sql.first(SELECT + " where k.id = ?", this::view, id).orElseThrow();
        return new KeyView.Made(
                view, secret, "/api/v1/intake/" + command.adapter().word() + "/" + secret);
    }

    /** Every key, revoked ones too, by source (ADMIN, AUDITOR). */
    @Transactional
    public List<KeyView> list() {
        actor.require(Role.ADMIN, Role.AUDITOR);
        return sql.list(SELECT + " order by s.name, k.id", this::view);
    }

    /** Revokes a key (ADMIN), at once. */
    @Transactional
    public void revoke(UUID id) {
        actor.require(Role.ADMIN);
        int revoked = sql.update(
                "update intake_key set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null",
                clock.instant(),
                actor.get().username(),
                id);
        if (revoked == 0) {
            throw Refusal.notFound();
        }
        journal.record("intake.key-revoked", "INTAKE_KEY", id.toString(), Map.of());
    }

    /** The source that a key proves, for posts in that form. Refuses (404) whatever else, without saying why. */
    @Transactional
    public Source prove(String key, Adapter adapter) {
        return sql.first(
                        SELECT + " where k.hash = ? and k.revoked_at is null and s.adapter = ?",
                        this::source,
                        Secret.hash(key),
                        adapter)
                .orElseThrow(Refusal::notFound);
    }

    private UUID source(KeyCommand command, Instant now) {
        sql.update(
                "insert into intake_source (id, name, adapter, institution, created_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (name) do nothing",
                Ids.at(now),
                command.source(),
                command.adapter(),
                command.institution(),
                now);
        return sql.first(
                        "select id from intake_source where name = ? and adapter = ? and institution = ?",
                        row -> row.getObject(1, UUID.class),
                        command.source(),
                        command.adapter(),
                        command.institution())
                .orElseThrow(() -> Refusal.field("/source", "source-of-others", command.source()));
    }

    private void check(KeyCommand command) {
        List<FieldError> errors = new ArrayList<>();
        if (institutions.find(command.institution()).isEmpty()) {
            errors.add(FieldError.of("/institution", "unknown-institution", command.institution()));
        }
        Map<String, String> expressions = command.expressions();
        if (command.adapter().isMapped()) {
            new TreeSet<>(NEEDED)
                    .stream()
                            .filter(field -> !expressions.containsKey(field))
                            .forEach(field -> errors.add(FieldError.of("/mapping/" + field, "required")));
            new TreeSet<>(expressions.keySet())
                    .stream()
                            .filter(field -> !FIELDS.contains(field))
                            .forEach(field -> errors.add(FieldError.of("/mapping/" + field, "unknown-field")));
        } else if (!expressions.isEmpty()) {
            errors.add(FieldError.of("/mapping", "fixed-form", command.adapter().word()));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        Mapping.compile("/mapping", expressions);
    }

    private KeyView view(ResultSet row) throws SQLException {
        return new KeyView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Adapter.valueOf(row.getString("adapter")),
                row.getString("institution"),
                row.getString("system_label"),
                row.getString("external_scheme"),
                read(row.getString("mapping")),
                Sql.requiredInstant(row, "created_at"),
                row.getString("created_by"),
                Sql.instant(row, "revoked_at"),
                row.getString("revoked_by"));
    }

    private Source source(ResultSet row) throws SQLException {
        UUID key = row.getObject("id", UUID.class);
        Map<String, String> expressions = read(row.getString("mapping"));
        return new Source(
                row.getObject("source_id", UUID.class),
                key,
                row.getString("name"),
                Adapter.valueOf(row.getString("adapter")),
                row.getString("institution"),
                row.getString("system_label"),
                row.getString("external_scheme"),
                expressions == null
                        ? null
                        : compiled.computeIfAbsent(key, none -> Mapping.compile("/mapping", expressions)));
    }

    private String write(Map<String, String> expressions) {
        try {
            return json.writeValueAsString(expressions);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a mapping cannot be written as JSON", e);
        }
    }

    private @Nullable Map<String, String> read(@Nullable String mapping) {
        try {
            return mapping == null ? null : json.readValue(mapping, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored mapping cannot be read", e);
        }
    }
}
