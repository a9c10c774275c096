package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.kernel.RequestLanguage;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs as pages. The list serves the incident page and others as a part, too. */
@Path("/runs")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RunPages {

    private final RunReadService reading;
    private final ManualVersionService manuals;
    private final Subjects subjects;
    private final CurrentActor actor;
    private final RequestLanguage language;
    private final Clock clock;

    RunPages(
            RunReadService reading,
            ManualVersionService manuals,
            Subjects subjects,
            CurrentActor actor,
            RequestLanguage language,
            Clock clock) {
        this.reading = reading;
        this.manuals = manuals;
        this.subjects = subjects;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") Run.@Nullable State state,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return list(subject, kind, state, cursor, Form.of(uri.getQueryParameters()));
    }

    TemplateInstance list(
            @Nullable String subject,
            @Nullable String kind,
            Run.@Nullable State state,
            @Nullable String cursor,
            Form form) {
        Actor reader = actor.get();
        String wanted = subject == null || subject.isBlank() ? null : subject.strip();
        Page<RunRow> page =
                reading.list(new RunReadService.Filter(wanted, state, null), reader, cursor, Page.limit(null));
        SubjectView about = wanted == null || kind == null
                ? null
                : subjects.visible(kind, wanted, reader).orElse(null);
        return RunTemplates.runs(page, form, about, about == null ? List.of() : choices(about));
    }

    private List<Form.Option> choices(SubjectView about) {
        return manuals.list(null).stream()
                .filter(manual -> manual.subject().equals(about.kind()))
                .map(manual -> new Form.Option(manual.id(), manual.title().in(language.get())))
                .toList();
    }

    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return RunTemplates.mine(reading.mine(actor.get()));
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance run(UUID id) {
        return page(id, "", Form.blank());
    }

    /** The page, with the form of one section as it was posted and refused. */
    TemplateInstance page(UUID id, String section, Form posted) {
        Actor reader = actor.get();
        RunView run = reading.get(id, reader);
        return RunTemplates.run(run, new RunOnPage(run, reader, section, posted, language.get()))
                .data("exercise", run.exercise());
    }

    /** The sheet to print: what was done, by whom, when, and what is still open. */
    @GET
    @Path("{id}/sheet")
    @Authenticated
    public TemplateInstance sheet(UUID id) {
        Actor reader = actor.get();
        RunView run = reading.get(id, reader);
        return RunTemplates.sheet(run, new RunOnPage(run, reader, "", Form.blank(), language.get()), clock.instant())
                .data("exercise", run.exercise());
    }
}
