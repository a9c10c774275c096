package io.haetae.guidance;

import io.haetae.incident.IncidentOutages;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notices in the database. */
@ApplicationScoped
class NoticeRows {

    private static final String RESTRICTED = "(i.security <> 'NONE' or i.visibility <> 'NORMAL')";
    private static final String SELECT = "select n.*, s.code, i.id as incident_id, " + RESTRICTED + " as restricted"
            + " from guidance_notice n join register_system s on s.id = n.system"
            + " join incident named on named.number = n.incident"
            + " join incident i on i.id = coalesce(named.merged_into, named.id) ";

    private final Sql sql;
    private final IncidentOutages incidents;

    NoticeRows(Sql sql, IncidentOutages incidents) {
        this.sql = sql;
        this.incidents = incidents;
    }

    /** A notice with who drafted it. */
    record Held(NoticeView view, UUID draftedBy) {}

    void add(UUID id, UUID activation, LocalizedText title, LocalizedText body, Instant at, Actor by) {
        sql.update("""
                insert into guidance_notice (id, activation, system, incident, exercise, state, title_ko, title_en, body_ko,
                    body_en, drafted_at, drafted_by, drafter, version)
                select ?, a.id, a.system, a.incident, a.exercise, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, 1
                  from continuity_activation a where a.id = ?""", id, title.ko(), title.en(), body.ko(), body.en(), at, by.id(), by.name(), activation);
    }

    Held read(UUID id, Actor actor) {
        return require(id, actor, "");
    }

    Held lock(UUID id, Actor actor) {
        return require(id, actor, " for update of n");
    }

    private Held require(UUID id, Actor actor, String locking) {
        Scope scope = actor.scope();
        Held found = sql.first(
                        SELECT + "where n.id = ? and (? or s.scope && ?)" + locking,
                        row -> new Held(view(row), row.getObject("drafted_by", UUID.class)),
                        id,
                        scope.all(),
                        scope.keyArray())
                .orElseThrow(Refusal::notFound);
        if (incidents.visible(Set.of(found.view().incident()), actor).isEmpty()) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** Those the actor may know of, the newest first; a page is empty only when there are no more. */
    Page<NoticeView> list(
            Actor actor, @Nullable UUID activation, @Nullable NoticeState state, int limit, @Nullable String cursor) {
        Page<NoticeView> page = page(actor, activation, state, limit, cursor);
        while (page.items().isEmpty() && page.next() != null) {
            page = page(actor, activation, state, limit, page.next());
        }
        return page;
    }

    private Page<NoticeView> page(
            Actor actor, @Nullable UUID activation, @Nullable NoticeState state, int limit, @Nullable String cursor) {
        Scope scope = actor.scope();
        String before = cursor == null ? null : Cursor.parse(cursor, 1).get(0);
        List<NoticeView> found = sql.list(
                SELECT + """
                        where (? or s.scope && ?) and (cast(? as uuid) is null or n.activation = ?)
                          and (cast(? as text) is null or n.state = ?)
                          and (cast(? as uuid) is null or n.id < cast(? as uuid))
                        order by n.id desc limit ?""",
                NoticeRows::view,
                scope.all(),
                scope.keyArray(),
                activation,
                activation,
                state,
                state,
                before,
                before,
                limit + 1);
        Page<NoticeView> page = Page.of(found, limit, notice -> Cursor.of(notice.id()));
        Set<String> visible = incidents.visible(
                page.items().stream().map(NoticeView::incident).collect(Collectors.toSet()), actor);
        return new Page<>(
                page.items().stream()
                        .filter(notice -> visible.contains(notice.incident()))
                        .toList(),
                page.next());
    }

    void write(UUID id, NoticeText text, Instant at, Actor by) {
        sql.update(
                """
                update guidance_notice set title_ko = ?, title_en = ?, body_ko = ?, body_en = ?, drafted_at = ?,
                    drafted_by = ?, drafter = ?, version = version + 1 where id = ?""",
                text.title().ko(),
                text.title().en(),
                text.body().ko(),
                text.body().en(),
                at,
                by.id(),
                by.name(),
                id);
    }

    void approve(UUID id, boolean knowing, Instant at, Actor by) {
        sql.update("""
                update guidance_notice set state = case state when 'DRAFT' then 'APPROVED' else state end,
                    approved_at = ?, approved_by = ?, approver = ?, approved_knowing = ?, version = version + 1
                 where id = ?""", at, by.id(), by.name(), knowing, id);
    }

    void publish(UUID id, Instant at, Actor by) {
        sql.update(
                "update guidance_notice set state = 'PUBLISHED', published_at = ?, publisher = ?, version = version + 1"
                        + " where id = ?",
                at,
                by.name(),
                id);
    }

    void withdraw(UUID id, String reason, Instant at, Actor by) {
        sql.update(
                "update guidance_notice set state = 'WITHDRAWN', withdrawal = ?, withdrawn_at = ?, withdrawer = ?,"
                        + " version = version + 1 where id = ?",
                reason,
                at,
                by.name(),
                id);
    }

    /** A published notice with its activation. */
    record Published(UUID id, UUID activation, UUID incident, LocalizedText title, LocalizedText body, Instant at) {}

    /**
     * What the public reads, the newest first: nothing of an exercise, nothing of an incident known to few unless it was
     * approved in that knowledge, and nothing of one that was closed before {@code since} or cancelled.
     */
    List<Published> published(Instant since) {
        return sql.list(
                SELECT + "where n.state = 'PUBLISHED' and not n.exercise and (n.approved_knowing or not " + RESTRICTED
                        + ") and i.state <> 'CANCELLED' and (i.closed_at is null or i.closed_at > ?)"
                        + " order by n.published_at desc, n.id",
                row -> new Published(
                        row.getObject("id", UUID.class),
                        row.getObject("activation", UUID.class),
                        row.getObject("incident_id", UUID.class),
                        Sql.text(row, "title"),
                        Sql.text(row, "body"),
                        Sql.requiredInstant(row, "published_at")),
                since);
    }

    private static NoticeView view(ResultSet row) throws SQLException {
        return new NoticeView(
                row.getObject("id", UUID.class),
                row.getObject("activation", UUID.class),
                row.getString("code"),
                row.getString("incident"),
                row.getBoolean("exercise"),
                NoticeState.valueOf(row.getString("state")),
                Sql.text(row, "title"),
                Sql.text(row, "body"),
                Sql.requiredInstant(row, "drafted_at"),
                row.getString("drafter"),
                Sql.instant(row, "approved_at"),
                row.getString("approver"),
                row.getBoolean("restricted"),
                row.getBoolean("approved_knowing"),
                Sql.instant(row, "published_at"),
                row.getString("publisher"),
                Sql.instant(row, "withdrawn_at"),
                row.getString("withdrawer"),
                row.getString("withdrawal"),
                row.getInt("version"));
    }
}
