package io.haetae.identity;

import io.haetae.identity.InstitutionRows.State;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a change of institutions and carries it out, under the lock of the tree and in one transaction. What is merged
 * stays in the tree, below what took it in.
 */
@ApplicationScoped
class InstitutionChanger {

    /** How far back a change may be entered (product default): a reorganisation is entered with its year. */
    private static final int DAYS_BACK = 366;

    /** How far ahead (product default): no law sets a day further off. */
    private static final int DAYS_AHEAD = 3_660;

    private final InstitutionRows rows;
    private final Sql sql;

    InstitutionChanger(InstitutionRows rows, Sql sql) {
        this.rows = rows;
        this.sql = sql;
    }

    /** Refuses (422) what cannot be, by the tree as it is now; 409 what has ended. */
    void check(String code, InstitutionChangeCommand command, LocalDate today) {
        State target = rows.present(code).orElseThrow(Refusal::notFound);
        List<FieldError> errors = new ArrayList<>();
        living(target);
        LocalDate earliest = earliest(target, command, today);
        if (command.effectiveOn().isBefore(earliest)) {
            errors.add(new FieldError(
                    "/effectiveOn", "too-early", Map.of("value", command.effectiveOn(), "allowed", earliest)));
        }
        if (command.effectiveOn().isAfter(today.plusDays(DAYS_AHEAD))) {
            errors.add(new FieldError("/effectiveOn", "too-far-ahead", Map.of("allowed", DAYS_AHEAD)));
        }
        switch (command.kind()) {
            case RENAMING -> {
                if (command.name() == null) {
                    errors.add(FieldError.of("/name", "required"));
                }
                standardCode(errors, code, command.standardCode());
            }
            case MOVE -> move(errors, code, command);
            case MERGER -> merger(errors, code, command);
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static void living(State state) {
        if (state.institution().successor() != null) {
            throw new Refusal(
                    IdentityError.ENDED,
                    Map.of(
                            "value", state.institution().code(),
                            "successor",
                                    Objects.requireNonNull(state.institution().successor())));
        }
    }

    /** Not before the last change of any institution concerned: what is known of the days between would be lost. */
    private LocalDate earliest(State target, InstitutionChangeCommand command, LocalDate today) {
        LocalDate earliest = latest(today.minusDays(DAYS_BACK), target.since());
        for (State former : rows.present(command.former()).values()) {
            LocalDate since = former.since();
            earliest = latest(earliest, since == null ? null : since.plusDays(1));
        }
        return earliest;
    }

    private static LocalDate latest(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private void standardCode(List<FieldError> errors, String code, @Nullable String standardCode) {
        if (standardCode != null
                && sql.first(
                                "select 1 from identity_institution where standard_code = ? and code <> ?",
                                row -> row.getInt(1),
                                standardCode,
                                code)
                        .isPresent()) {
            errors.add(FieldError.of("/standardCode", "standard-code-taken", standardCode));
        }
    }

    private void move(List<FieldError> errors, String code, InstitutionChangeCommand command) {
        String parent = command.parent();
        if (parent != null) {
            known(errors, "/parent", parent);
            if (rows.above(parent).contains(code)) {
                errors.add(FieldError.of("/parent", "circular", parent));
            }
        }
        String authority = command.centralAuthority();
        if (authority != null && !authority.equals(code)) {
            known(errors, "/centralAuthority", authority);
        }
    }

    private void known(List<FieldError> errors, String pointer, String code) {
        rows.present(code)
                .ifPresentOrElse(
                        InstitutionChanger::living,
                        () -> errors.add(FieldError.of(pointer, "unknown-institution", code)));
    }

    private void merger(List<FieldError> errors, String code, InstitutionChangeCommand command) {
        if (command.former().isEmpty()) {
            errors.add(FieldError.of("/former", "required"));
        }
        Map<String, State> present = rows.present(command.former());
        Set<String> above = rows.above(code);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.former().size(); i++) {
            String former = command.former().get(i);
            String pointer = "/former/" + i;
            State state = present.get(former);
            if (state == null) {
                errors.add(FieldError.of(pointer, "unknown-institution", former));
            } else if (former.equals(code) || !seen.add(former)) {
                errors.add(FieldError.of(pointer, "duplicate", former));
            } else {
                living(state);
                if (above.contains(former) && !former.equals(parent(code))) {
                    errors.add(FieldError.of(pointer, "circular", former));
                }
            }
        }
    }

    private @Nullable String parent(String code) {
        return rows.present(code).map(state -> state.institution().parent()).orElse(null);
    }

    /** Carries it out; tells the journal what came of it. */
    Map<String, Object> carryOut(InstitutionChangeView change) {
        return switch (change.kind()) {
            case RENAMING -> rename(change);
            case MOVE -> moved(change);
            case MERGER -> merge(change);
        };
    }

    private Map<String, Object> rename(InstitutionChangeView change) {
        LocalizedText name = Objects.requireNonNull(change.name());
        Map<String, Object> facts = facts(change);
        rows.present(change.institution())
                .ifPresent(state -> facts.put("from", state.institution().name().ko()));
        facts.put("to", name.ko());
        sql.update(
                """
                update identity_institution set name_ko = ?, name_en = ?, kind = coalesce(?, kind),
                    standard_code = coalesce(?, standard_code), region = coalesce(?, region), changed_on = ?,
                    version = version + 1 where code = ?""",
                name.ko(),
                name.en(),
                change.becomes(),
                change.standardCode(),
                change.region(),
                change.effectiveOn(),
                change.institution());
        return facts;
    }

    private Map<String, Object> moved(InstitutionChangeView change) {
        Map<String, Object> facts = facts(change);
        facts.put("from", Objects.requireNonNullElse(parent(change.institution()), ""));
        facts.put("to", Objects.requireNonNullElse(change.parent(), ""));
        sql.update("""
                update identity_institution set parent = ?, central_authority = coalesce(?, central_authority),
                    changed_on = ?, version = version + 1 where code = ?""", change.parent(), change.centralAuthority(), change.effectiveOn(), change.institution());
        return facts;
    }

    /** Those below the former ones and their people belong to the successor; the former ones end, below it. */
    private Map<String, Object> merge(InstitutionChangeView change) {
        String[] former = change.former().toArray(String[]::new);
        Map<String, Object> facts = facts(change);
        facts.put("former", change.former());
        facts.put("below", takeBelow(change, former));
        end(change, former);
        facts.put("people", takePeople(change.institution(), former));
        return facts;
    }

    private List<String> takeBelow(InstitutionChangeView change, String[] former) {
        String latter = change.institution();
        List<String> moved = sql.list(
                """
                update identity_institution set parent = case when code = ? then ? else ? end,
                    changed_on = greatest(changed_on, ?), version = version + 1
                 where parent = any (?) and code <> all (?) returning code""",
                row -> row.getString(1),
                latter,
                parentBeyond(latter, change.former()),
                latter,
                change.effectiveOn(),
                former,
                former);
        return moved.stream().sorted().toList();
    }

    private void end(InstitutionChangeView change, String[] former) {
        LocalDate day = change.effectiveOn();
        sql.update("""
                update identity_institution i set parent = l.code, central_authority = l.central_authority,
                    successor = l.code, valid_until = cast(? as date) - 1, changed_on = ?, version = i.version + 1
                  from identity_institution l where l.code = ? and i.code = any (?)""", day, day, change.institution(), former);
        sql.update("""
                update identity_institution set central_authority = ?, changed_on = greatest(changed_on, ?),
                    version = version + 1 where central_authority = any (?)""", change.institution(), day, former);
    }

    /** People and what was handed over to or by the former ones. */
    private List<String> takePeople(String latter, String[] former) {
        List<String> people = sql.list(
                "update identity_person set institution = ?, version = version + 1 where institution = any (?)"
                        + " returning username",
                row -> row.getString(1),
                latter,
                former);
        sql.update("""
                update identity_delegation
                   set institution = case when institution = any (?) then ? else institution end,
                       to_institution = case when to_institution = any (?) then ? else to_institution end
                 where revoked_at is null and (institution = any (?) or to_institution = any (?))""", former, latter, former, latter, former, former);
        return people.stream().sorted().toList();
    }

    /** The institution above the successor once the former ones are gone. */
    private @Nullable String parentBeyond(String latter, List<String> former) {
        String parent = parent(latter);
        while (parent != null && former.contains(parent)) {
            parent = parent(parent);
        }
        return parent;
    }

    private static Map<String, Object> facts(InstitutionChangeView change) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("change", change.id().toString());
        facts.put("effectiveOn", change.effectiveOn().toString());
        facts.put("reason", change.reason());
        facts.put("document", Objects.requireNonNullElse(change.document(), ""));
        facts.put("recordedBy", change.recordedBy());
        return facts;
    }
}
