package io.haetae.grading;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Zones;
import io.haetae.register.ServiceSpan;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.rule.GradeDuties;
import io.haetae.rule.SystemGradeRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** 서비스 수준 보고: what an institution's systems achieved over a month, by the published formula. */
@ApplicationScoped
public class SlaReportService {

    private static final int AT_ONCE = 1_000;

    private final SystemService systems;
    private final InstitutionService institutions;
    private final SystemGradeRules rules;
    private final ServiceLevels levels;
    private final CurrentActor current;
    private final Clock clock;

    SlaReportService(
            SystemService systems,
            InstitutionService institutions,
            SystemGradeRules rules,
            ServiceLevels levels,
            CurrentActor current,
            Clock clock) {
        this.systems = systems;
        this.institutions = institutions;
        this.rules = rules;
        this.levels = levels;
        this.current = current;
        this.clock = clock;
    }

    /** The report of an institution and those below it, as far as the reader sees their systems; else a refusal (404). */
    @Transactional
    public SlaReport of(String institution, YearMonth month) {
        String authority =
                institutions.find(institution).orElseThrow(Refusal::notFound).centralAuthority();
        Instant now = clock.instant();
        List<SystemView> all = owned(institution, current.get().scope());
        GradeDuties asked = rules.duties(authority);
        Map<UUID, Availability> measured =
                levels.of(all.stream().map(SystemView::id).toList(), month, asked.counts(), now);
        List<SlaReport.Line> lines = all.stream()
                .filter(system -> measured.containsKey(system.id()))
                .map(system -> line(system, month, Objects.requireNonNull(measured.get(system.id())), asked))
                .toList();
        return new SlaReport(
                institution,
                month.toString(),
                month.isBefore(YearMonth.from(now.atZone(Zones.SEOUL))),
                asked.ruleSet(),
                asked.version(),
                asked.formula(),
                lines.stream().filter(line -> line.state() == DutyState.MET).count(),
                lines.stream().filter(line -> line.state() == DutyState.NOT_MET).count(),
                lines);
    }

    private List<SystemView> owned(String institution, Scope scope) {
        SystemFilter filter = new SystemFilter(null, institution, null, null, null, null, null, false);
        List<SystemView> all = new ArrayList<>();
        List<SystemView> some;
        String after = null;
        do {
            some = systems.whole(filter, scope, after, AT_ONCE);
            all.addAll(some);
            after = some.isEmpty() ? null : some.get(some.size() - 1).code();
        } while (some.size() == AT_ONCE);
        return all;
    }

    private static SlaReport.Line line(SystemView system, YearMonth month, Availability level, GradeDuties asked) {
        Integer grade = system.systemGrade();
        BigDecimal percent = level.percent();
        BigDecimal target = grade == null ? null : asked.availability(grade).orElse(null);
        DutyState state = DutyState.UNKNOWN;
        if (percent != null && target != null) {
            state = percent.compareTo(target) >= 0 ? DutyState.MET : DutyState.NOT_MET;
        }
        return new SlaReport.Line(
                system.code(),
                system.name(),
                grade,
                level.operating().toMinutes(),
                level.down().toMinutes(),
                level.failures(),
                level.longest().toMinutes(),
                percent,
                target,
                state,
                ServiceSpan.of(system).partOf(month.atDay(1), month.atEndOfMonth()));
    }
}
