package io.haetae.grading;

import io.haetae.grading.DutyView.Said;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import io.haetae.register.ServiceSpan;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.rule.GradeDuties;
import io.haetae.rule.GradeDuties.Duty;
import io.haetae.rule.SystemGradeRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the grade of a system obliges to, and whether it is met; what nothing measures, its people say. */
@ApplicationScoped
public class DutyService {

    private final SystemService systems;
    private final SystemGradeRules rules;
    private final InstitutionService institutions;
    private final ServiceLevels levels;
    private final DutyStatements statements;
    private final CurrentActor current;
    private final Clock clock;

    DutyService(
            SystemService systems,
            SystemGradeRules rules,
            InstitutionService institutions,
            ServiceLevels levels,
            DutyStatements statements,
            CurrentActor current,
            Clock clock) {
        this.systems = systems;
        this.rules = rules;
        this.institutions = institutions;
        this.levels = levels;
        this.statements = statements;
        this.current = current;
        this.clock = clock;
    }

    /** The duties of a system over a month; the present one when none is said. */
    @Transactional
    public DutyView of(String code, @Nullable YearMonth month) {
        SystemView system = systems.require(code, current.get().scope());
        return view(system, month);
    }

    private DutyView view(SystemView system, @Nullable YearMonth month) {
        Instant now = clock.instant();
        YearMonth over = Objects.requireNonNullElseGet(month, () -> YearMonth.from(now.atZone(Zones.SEOUL)));
        GradeDuties asked = duties(system);
        Availability level =
                levels.of(List.of(system.id()), over, asked.counts(), now).get(system.id());
        Map<String, Said> said = statements.of(system.id());
        Integer grade = system.systemGrade();
        LocalDate today = LocalDate.ofInstant(now, Zones.SEOUL);
        return new DutyView(
                system.code(),
                grade,
                asked.ruleSet(),
                asked.version(),
                over.toString(),
                level == null ? null : level.percent(),
                ServiceSpan.of(system).partOf(over.atDay(1), over.atEndOfMonth()),
                asked.formula(),
                grade == null
                        ? List.of()
                        : asked.of(grade).stream()
                                .map(duty -> DutyCheck.view(duty, grade, level, said.get(duty.id()), today))
                                .toList(),
                current.get().hasAny(Role.OFFICER, Role.OPERATOR));
    }

    /** By the rules in force for the central authority of its owner. */
    private GradeDuties duties(SystemView system) {
        return rules.duties(institutions.get(system.owner()).centralAuthority());
    }

    /** Says of a duty whether it is met or when it was done. Refuses (422) a duty that is measured or not of this grade. */
    @Transactional
    public DutyView state(String code, String duty, @Valid DutyStatement said) {
        Actor actor = current.require(Role.OFFICER, Role.OPERATOR);
        SystemView system = systems.require(code, actor.scope());
        Integer grade = system.systemGrade();
        Duty known = grade == null
                ? null
                : duties(system).of(grade).stream()
                        .filter(one -> one.id().equals(duty))
                        .findFirst()
                        .orElse(null);
        if (known == null) {
            throw Refusal.field("/duty", "unknown-value", duty);
        }
        Instant now = clock.instant();
        check(known, said, LocalDate.ofInstant(now, Zones.SEOUL));
        statements.add(system, duty, said, actor, now);
        return view(system, null);
    }

    private static void check(Duty duty, DutyStatement said, LocalDate today) {
        boolean dated = duty.measure() == GradeDuties.Measure.DONE_WITHIN;
        if (!dated && duty.measure() != GradeDuties.Measure.STATED) {
            throw Refusal.fields(List.of(new FieldError("/duty", "duty-is-measured", Map.of("value", duty.id()))));
        }
        if (dated ? said.doneOn() == null : said.met() == null) {
            throw Refusal.field(dated ? "/doneOn" : "/met", "required", "");
        }
        if (dated ? said.met() != null : said.doneOn() != null) {
            throw Refusal.field(dated ? "/met" : "/doneOn", "duty-says-otherwise", duty.id());
        }
        if (said.doneOn() != null && said.doneOn().isAfter(today)) {
            throw Refusal.field("/doneOn", "in-the-future", said.doneOn());
        }
    }
}
