package io.haetae.continuity;

import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Zones;
import io.haetae.register.PublicService;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.rule.DeadlineRules;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the continuity plans of systems, every version of them, and says which systems lack one. */
@ApplicationScoped
public class PlanService {

    /** The grade whose systems need a plan. */
    private static final int NEEDS_ONE = 1;

    /** More systems of grade 1 than there are in the country. */
    private static final int MANY = 5_000;

    private final PlanRows rows;
    private final SystemService systems;
    private final RuleSets rules;
    private final InstitutionService institutions;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    PlanService(
            PlanRows rows,
            SystemService systems,
            RuleSets rules,
            InstitutionService institutions,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.systems = systems;
        this.rules = rules;
        this.institutions = institutions;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** Systems in scope that have a plan or, being of grade 1, need one; those without a valid one first. */
    @Transactional
    public List<PlanRow> list(Scope scope, boolean onlyWithoutValid) {
        LocalDate today = today();
        Map<String, PlanView> plans = rows.newest();
        Map<String, SystemView> shown = new LinkedHashMap<>();
        SystemFilter gradeOne = new SystemFilter(null, null, NEEDS_ONE, null, null, null, null, false);
        systems.whole(gradeOne, scope, null, MANY).forEach(system -> shown.put(system.code(), system));
        systems.find(plans.keySet()).stream()
                .filter(system -> scope.reaches(system.scopeKeys()))
                .forEach(system -> shown.put(system.code(), system));
        return shown.values().stream()
                .map(system -> row(system, plans.get(system.code()), today))
                .filter(row -> !onlyWithoutValid || !row.standing().holds())
                .sorted(Comparator.comparing(PlanRow::standing).thenComparing(PlanRow::system))
                .toList();
    }

    /** The versions of a plan, the newest first; refuses (404) a system out of scope. */
    @Transactional
    public List<PlanView> versions(String system, Scope scope) {
        return rows.of(systems.require(system, scope).id());
    }

    /** The newest version; refuses (404) when there is none. */
    @Transactional
    public PlanView get(String system, Scope scope) {
        return versions(system, scope).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /**
     * Writes a new version: who owns the system or runs it does. The former stay.
     *
     * @param editedVersion the version the caller read; not checked when null
     */
    @Transactional
    public PlanView write(String code, @Nullable Integer editedVersion, @Valid PlanCommand plan) {
        Actor by = actor.require(Role.OPERATOR, Role.OFFICER);
        SystemView system = systems.require(code, by.scope());
        Set<String> own = institutions.selfAndBelow(by.institution());
        if (!own.contains(system.owner()) && !own.contains(system.operator())) {
            throw new Refusal(ContinuityError.NOT_YOURS, Map.of("system", code));
        }
        rows.lock(system.id());
        int present =
                rows.of(system.id()).stream().findFirst().map(PlanView::version).orElse(0);
        if (editedVersion != null) {
            IfMatch.check(editedVersion, present);
        }
        List<FieldError> errors = check(system, plan, rules.deadlineRules());
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        rows.add(system.id(), present + 1, plan, clock.instant(), by.name());
        journal.record(
                "continuity.plan-written",
                "SYSTEM",
                code,
                Map.of("version", present + 1, "keptBy", plan.keptBy(), "reviewOn", plan.reviewOn()));
        return rows.version(system.id(), present + 1).orElseThrow();
    }

    /** Plans of the demonstration, where there are none; ADMIN loads it. */
    @Transactional
    public int writeAll(Map<String, PlanCommand> plans) {
        Actor by = actor.require(Role.ADMIN);
        Collection<SystemView> found = systems.find(plans.keySet());
        Map<String, PlanView> present = rows.newest();
        int written = 0;
        for (SystemView system : found) {
            PlanCommand plan = plans.get(system.code());
            if (plan != null && !present.containsKey(system.code()) && system.demonstration()) {
                rows.add(system.id(), 1, plan, clock.instant(), by.name());
                written++;
            }
        }
        journal.record("continuity.demonstration-plans-written", "REGISTER", "systems", Map.of("plans", written));
        return written;
    }

    private PlanRow row(SystemView system, @Nullable PlanView plan, LocalDate today) {
        return new PlanRow(
                system.code(),
                system.name(),
                system.systemGrade(),
                plan == null ? PlanView.Standing.MISSING : plan.standing(today),
                plan == null ? null : plan.version(),
                plan == null ? null : plan.keptBy(),
                plan == null ? null : plan.reviewOn(),
                plan == null ? null : plan.validUntil());
    }

    private static List<FieldError> check(SystemView system, PlanCommand plan, DeadlineRules rules) {
        List<FieldError> errors = new ArrayList<>();
        if (plan.validUntil() != null && plan.validUntil().isBefore(plan.validFrom())) {
            errors.add(FieldError.of("/validUntil", "end-before-begin", plan.validUntil()));
        }
        Set<String> known = system.services().stream().map(PublicService::code).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < plan.services().size(); i++) {
            PlanCommand.Service service = plan.services().get(i);
            if (!known.contains(service.code())) {
                errors.add(new FieldError(
                        "/services/" + i + "/code",
                        "unknown-service",
                        Map.of("value", service.code(), "allowed", String.join(", ", known))));
            } else if (!seen.add(service.code())) {
                errors.add(FieldError.of("/services/" + i + "/code", "duplicate", service.code()));
            }
            if (rules.find(service.deadlineRule()).isEmpty()) {
                errors.add(Deadlines.unknownRule("/services/" + i + "/deadlineRule", service.deadlineRule(), rules));
            }
        }
        return errors;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SEOUL);
    }
}
