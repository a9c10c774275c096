package io.haetae.crisis;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.RequestLanguage;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One crisis, and its reports. */
@Path("/crisis/{number}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CrisisPages {

    private final CrisisReadService reading;
    private final ReportService reports;
    private final OpenIncidents open;
    private final InstitutionService institutions;
    private final CurrentActor actor;
    private final RequestLanguage language;
    private final Clock clock;

    CrisisPages(
            CrisisReadService reading,
            ReportService reports,
            OpenIncidents open,
            InstitutionService institutions,
            CurrentActor actor,
            RequestLanguage language,
            Clock clock) {
        this.reading = reading;
        this.reports = reports;
        this.open = open;
        this.institutions = institutions;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance page(String number, @QueryParam("asOf") @Nullable String asOf) {
        Form form = Form.of(Map.of("asOf", asOf == null ? List.of() : List.of(asOf)));
        return page(number, form, "", Form.blank());
    }

    /** The page, with the form of one noun as it was posted and refused. */
    TemplateInstance page(String number, Form asked, String section, Form posted) {
        Actor reader = actor.get();
        Instant now = clock.instant();
        Instant asOf = Objects.requireNonNullElse(asked.time("asOf"), now);
        asked.check();
        CrisisView crisis = reading.get(number, reader, now);
        Instant end = crisis.closedAt() == null ? now : crisis.closedAt();
        return CrisisTemplates.page(
                        crisis,
                        view(crisis, reader, section, posted, now),
                        reading.board(number, asOf, reader),
                        new Curve(reading.curve(number, end, reader)),
                        new StageLanes(crisis.stages(), end),
                        reports.list(number, reader),
                        asked)
                .data("exercise", crisis.exercise());
    }

    @GET
    @Path("reports/{n}")
    @Authenticated
    public TemplateInstance report(String number, int n) {
        return report(number, n, null);
    }

    /** A report, with its form as it was posted and refused. */
    TemplateInstance report(String number, int n, @Nullable Form posted) {
        Actor reader = actor.get();
        ReportView report = reports.get(number, n, reader);
        CrisisView crisis = reading.get(number, reader, clock.instant());
        Form form = posted != null
                ? posted
                : Form.blank()
                        .put("situation", report.situation())
                        .put("actions", report.actions())
                        .put("plans", report.plans())
                        .put("version", report.version());
        CrisisOnPage view = view(crisis, reader, "", Form.blank(), clock.instant());
        boolean mayApprove = view.mayDecide() && !report.draftedBy().equals(reader.name());
        return CrisisTemplates.report(report, view, mayApprove, form).data("exercise", report.exercise());
    }

    private CrisisOnPage view(CrisisView crisis, Actor reader, String section, Form posted, Instant now) {
        List<InstitutionView> all = institutions.list();
        Map<String, LocalizedText> names = new HashMap<>();
        all.forEach(institution -> names.put(institution.code(), institution.name()));
        Set<String> grouped =
                crisis.incidents().stream().map(CrisisView.Part::number).collect(Collectors.toSet());
        CrisisOnPage plain =
                new CrisisOnPage(crisis, reader, names, List.of(), List.of(), List.of(), section, posted, now);
        if (!plain.mayGroup()) {
            return plain;
        }
        return new CrisisOnPage(
                crisis,
                reader,
                names,
                options(all, institution -> institution.kind().mayLead() && actsFor(reader, institution)),
                options(all, institution -> actsFor(reader, institution)),
                open.without(reader, grouped),
                section,
                posted,
                now);
    }

    private boolean actsFor(Actor reader, InstitutionView institution) {
        return reader.scope().reaches(institutions.selfAndAbove(institution.code()))
                || (institution.centralAuthority() != null
                        && reader.scope().keys().contains("@" + institution.centralAuthority()));
    }

    private List<Form.Option> options(List<InstitutionView> all, Predicate<InstitutionView> which) {
        return all.stream()
                .filter(which)
                .map(institution -> new Form.Option(
                        institution.code(), institution.name().in(language.get()) + " (" + institution.code() + ")"))
                .toList();
    }
}
