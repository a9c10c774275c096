package io.haetae.grading.designation;

import io.haetae.audit.Journal;
import io.haetae.grading.designation.DesignationRow.Standing;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import io.haetae.register.MajorSystemService;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Designates 주요 정보시스템 and revokes designations; shows who is one, who is due to be, and why. */
@ApplicationScoped
public class DesignationService {

    /** The first day of 전자정부법. */
    private static final LocalDate FIRST = LocalDate.of(2001, 7, 1);

    private final DesignationStore store;
    private final DesignationRights rights;
    private final SystemService systems;
    private final MajorSystemService register;
    private final DesignationNotices notices;
    private final Journal journal;
    private final Clock clock;

    DesignationService(
            DesignationStore store,
            DesignationRights rights,
            SystemService systems,
            MajorSystemService register,
            DesignationNotices notices,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.systems = systems;
        this.register = register;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who designates: the grade office of the ministry that the law names, for the systems under its authority. */
    @ApplicationScoped
    static class DesignationRights {

        private final InstitutionService institutions;
        private final DesignationConfig config;
        private final CurrentActor actor;

        DesignationRights(InstitutionService institutions, DesignationConfig config, CurrentActor actor) {
            this.institutions = institutions;
            this.config = config;
            this.actor = actor;
        }

        Actor actor() {
            return actor.get();
        }

        /** Refuses (403) whoever may not designate any. */
        Actor require() {
            Actor by = actor.require(Role.AUTHORITY);
            if (!by.institution().equals(config.designatingAuthority())) {
                throw new Refusal(DesignationError.NOT_ENTITLED, Map.of("allowed", config.designatingAuthority()));
            }
            return by;
        }

        /** Whether the reader designates systems of that owner. */
        boolean decides(String owner) {
            Actor by = actor.get();
            return by.hasAny(Role.AUTHORITY)
                    && by.institution().equals(config.designatingAuthority())
                    && concerns(owner);
        }

        /** Whether that owner is under the designating ministry's authority. */
        boolean concerns(String owner) {
            return config.designatingAuthority().equals(institutions.get(owner).centralAuthority());
        }
    }

    /** Designates a system (AUTHORITY of the designating ministry). Refuses (409) one that is designated. */
    @Transactional
    public Designation.Standing designate(String code, DesignationCommand command) {
        return decide(code, true, command);
    }

    /** Revokes the designation of a system. Refuses (409) one that is not designated. */
    @Transactional
    public Designation.Standing revoke(String code, DesignationCommand command) {
        return decide(code, false, command);
    }

    private Designation.Standing decide(String code, boolean designated, DesignationCommand command) {
        SystemView system = systems.require(code, rights.actor().scope());
        Actor by = rights.require();
        if (!rights.concerns(system.owner())) {
            throw new Refusal(DesignationError.OTHER_AUTHORITY, Map.of("value", system.owner()));
        }
        Instant now = clock.instant();
        LocalDate today = now.atZone(Zones.SEOUL).toLocalDate();
        if (command.on().isAfter(today)) {
            throw Refusal.field("/on", "in-the-future", command.on());
        }
        if (command.on().isBefore(FIRST)) {
            throw Refusal.fields(List.of(new FieldError("/on", "too-small", Map.of("value", FIRST))));
        }
        if (!register.set(system.id(), designated, now)) {
            throw new Refusal(
                    designated ? DesignationError.DESIGNATED : DesignationError.NOT_DESIGNATED, Map.of("value", code));
        }
        store.add(Ids.at(now), system, designated, command, by, now);
        notices.tell(system, designated, command, now);
        record(system, designated, command);
        return of(code);
    }

    private void record(SystemView system, boolean designated, DesignationCommand command) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("on", command.on().toString());
        facts.put("grounds", command.grounds().strip());
        facts.put("document", command.document());
        facts.put("decidedBy", command.decidedBy());
        facts.put("systemGrade", system.systemGrade());
        String rule = designated ? "grading.designated" : "grading.designation-revoked";
        journal.record(rule, "SYSTEM", system.code(), facts);
    }

    /** Refuses what is not there for the actor (404), and whoever may not designate any (403). */
    @Transactional
    public void requireEntitled(String code) {
        systems.require(code, rights.actor().scope());
        rights.require();
    }

    /** Where a system in scope stands, with its history. */
    @Transactional
    public Designation.Standing of(String code) {
        SystemView system = systems.require(code, rights.actor().scope());
        boolean decides = rights.decides(system.owner()) && system.endedAt() == null;
        return new Designation.Standing(code, system.major(), store.history(system.id()), decides);
    }

    /** One page by code of what is designated or due for a decision, as far as the reader's scope reaches. */
    @Transactional
    public Page<DesignationRow> list(
            @Nullable Standing standing, @Nullable String institution, int limit, @Nullable String cursor) {
        String after = cursor == null ? "" : Cursor.parse(cursor, 1).get(0);
        List<DesignationRow> rows = store.list(rights.actor().scope(), standing, institution, after, limit + 1);
        return Page.of(rows, limit, row -> Cursor.of(row.system()));
    }
}
