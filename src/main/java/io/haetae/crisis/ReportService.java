package io.haetae.crisis;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drafts, writes and approves situation reports: first, interim, final (재난안전법 제20조). */
@ApplicationScoped
public class ReportService {

    private final Crises crises;
    private final Reports reports;
    private final ReportDraft draft;
    private final Acts acts;
    private final CurrentActor current;

    ReportService(Crises crises, Reports reports, ReportDraft draft, Acts acts, CurrentActor current) {
        this.crises = crises;
        this.reports = reports;
        this.draft = draft;
        this.acts = acts;
        this.current = current;
    }

    /** Drafts the next one, filled in with what is known; what is known is frozen in it. */
    @Transactional
    public ReportView draft(String number, @Valid NewReport command) {
        Actor actor = current.require(CrisisAccess.GROUP);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        Instant asOf = acts.happened("/asOf", command.asOf(), now);
        List<Report> before = reports.of(crisis.id);
        Set<ReportKind> allowed = ReportKind.after(kinds(before));
        ReportKind kind =
                command.kind() == null ? allowed.stream().findFirst().orElse(ReportKind.INTERIM) : command.kind();
        if (!allowed.contains(kind)) {
            throw new Refusal(CrisisError.REPORT_ORDER, Map.of("allowed", allowed));
        }
        int n = before.isEmpty() ? 1 : before.get(0).n + 1;
        ReportFacts facts = draft.facts(crisis, asOf, actor);
        ReportText text = draft.filledIn(crisis, command.text(), facts);
        Report report = new Report(crisis.id, n, kind, facts, text, now, actor);
        reports.persistAndFlush(report);
        acts.record("crisis.report-drafted", crisis, Map.of("report", n, "kind", kind.name(), "asOf", asOf.toString()));
        return ReportView.of(crisis, report);
    }

    private static Set<ReportKind> kinds(List<Report> reports) {
        Set<ReportKind> kinds = EnumSet.noneOf(ReportKind.class);
        reports.forEach(report -> kinds.add(report.kind));
        return kinds;
    }

    /** Writes into a draft; its facts stay. */
    @Transactional
    public ReportView write(String number, int n, int editedVersion, @Valid ReportText text) {
        Actor actor = current.require(CrisisAccess.GROUP);
        Crisis crisis = crises.lock(number, actor);
        Report report = draftOf(crisis, n);
        IfMatch.check(editedVersion, report.version + 1);
        report.write(text);
        reports.flush();
        acts.record("crisis.report-written", crisis, Map.of("report", n));
        return ReportView.of(crisis, report);
    }

    /** Another person approves it; from then on it stays as it is. */
    @Transactional
    public ReportView approve(String number, int n) {
        Actor actor = current.require(Role.HQ);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        Report report = draftOf(crisis, n);
        if (report.draftedBy.equals(actor.id())) {
            throw new Refusal(CrisisError.OWN_REPORT);
        }
        report.state = Report.State.APPROVED;
        report.approvedAt = now;
        report.approvedBy = actor.id();
        report.approver = actor.name();
        reports.flush();
        acts.record("crisis.report-approved", crisis, Map.of("report", n, "kind", report.kind.name()));
        return ReportView.of(crisis, report);
    }

    private Report draftOf(Crisis crisis, int n) {
        Report report = reports.get(crisis.id, n);
        if (!report.isDraft()) {
            throw new Refusal(CrisisError.REPORT_APPROVED);
        }
        return report;
    }

    /** Every report of a crisis, the latest first. */
    @Transactional
    public List<ReportView> list(String number, Actor actor) {
        Crisis crisis = crises.read(number, actor);
        return reports.of(crisis.id).stream()
                .map(report -> ReportView.of(crisis, report))
                .toList();
    }

    /** One of them, or a refusal (404). */
    @Transactional
    public ReportView get(String number, int n, Actor actor) {
        Crisis crisis = crises.read(number, actor);
        return ReportView.of(crisis, reports.get(crisis.id, n));
    }
}
