package io.haetae.crisis;

import io.haetae.incident.IncidentHeads;
import io.haetae.incident.IncidentState;
import io.haetae.kernel.Zones;
import io.haetae.rule.ReportingClocks;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * When the next situation report is due: the interval that the reporting clocks give for the worst failure grade among the
 * open incidents, from the latest approved report on, while a stage stands. Warned of beforehand and once it is late.
 */
@ApplicationScoped
class ReportClock {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Reports reports;
    private final CrisisIncidents incidents;
    private final IncidentHeads heads;
    private final RuleSets rules;
    private final CrisisNotices notices;
    private final CrisisConfig config;

    ReportClock(
            Reports reports,
            CrisisIncidents incidents,
            IncidentHeads heads,
            RuleSets rules,
            CrisisNotices notices,
            CrisisConfig config) {
        this.reports = reports;
        this.incidents = incidents;
        this.heads = heads;
        this.rules = rules;
        this.notices = notices;
        this.config = config;
    }

    /** When the next one is due; never once the final one is approved, or when the rules ask for none before recovery. */
    Optional<Instant> dueAt(Crisis crisis, Map<String, Stage> standing) {
        Optional<Report> latest = reports.latestApproved(crisis.id);
        boolean over = crisis.isClosed()
                || latest.filter(one -> one.kind == ReportKind.FINAL).isPresent();
        boolean stands = standing.values().stream().anyMatch(stage -> stage != Stage.NONE);
        if (over || !stands) {
            return Optional.empty();
        }
        return heads.heads(incidents.numbers(crisis.id)).stream()
                .filter(head -> head.state() == IncidentState.OPEN)
                .map(IncidentHeads.Head::failureGrade)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .flatMap(grade -> interval(grade, latest.isPresent()))
                .map(interval -> latest.map(report -> report.asOf)
                        .orElse(crisis.openedAt)
                        .plus(interval));
    }

    private Optional<Duration> interval(int failureGrade, boolean repeated) {
        return rules.reportingClocks(failureGrade).clocks().stream()
                .filter(clock -> clock.kind().equals("INTERIM_REPORT"))
                .filter(clock -> clock.from() != ReportingClocks.From.RECOVERY)
                .filter(clock -> clock.unit() == ReportingClocks.Unit.MINUTES)
                .map(clock ->
                        repeated ? Objects.requireNonNullElse(clock.repeatMinutes(), clock.amount()) : clock.amount())
                .map(Duration::ofMinutes)
                .findFirst();
    }

    /** Tells those whose stage stands that a report is due soon, and that it is late; each once. */
    void tell(Crisis crisis, Map<String, Stage> standing, Instant now) {
        dueAt(crisis, standing)
                .filter(due -> !now.isBefore(due.minus(config.reportWarning())))
                .ifPresent(due -> {
                    String key = now.isBefore(due) ? "crisis.notice.report-soon" : "crisis.notice.report-late";
                    String shown = TIME.format(due.atZone(Zones.SEOUL));
                    standing.forEach((agency, stage) -> {
                        if (stage != Stage.NONE) {
                            notices.reportDue(crisis, agency, key, shown, due.toString());
                        }
                    });
                });
    }
}
