package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of incidents, and one of them. */
@Path("/incidents")
@Blocking
@Produces(MediaType.TEXT_HTML)
class IncidentPages {

    private final IncidentReadService reading;
    private final IncidentRecordService record;
    private final SimilarService similar;
    private final RecurrenceService recurrence;
    private final CurrentActor actor;
    private final Clock clock;

    IncidentPages(
            IncidentReadService reading,
            IncidentRecordService record,
            SimilarService similar,
            RecurrenceService recurrence,
            CurrentActor actor,
            Clock clock) {
        this.similar = similar;
        this.recurrence = recurrence;
        this.reading = reading;
        this.record = record;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @BeanParam IncidentApi.ListQuery query,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Actor reader = actor.get();
        Page<IncidentRow> page = reading.list(query.filter(), reader, Page.limit(null), cursor);
        return IncidentTemplates.list(page, Form.of(uri.getQueryParameters()), Form.blank());
    }

    /** The list, with the form for many at once as it was posted and refused. */
    TemplateInstance list(Form posted) {
        IncidentFilter filter = new IncidentFilter(List.of(), null, null, null, null, null);
        return IncidentTemplates.list(reading.list(filter, actor.get(), Page.limit(null), null), Form.blank(), posted);
    }

    @GET
    @Path("{number}")
    @Authenticated
    public Response page(String number) {
        IncidentView incident = reading.get(number, actor.get());
        if (!incident.number().equals(number)) {
            return Response.seeOther(URI.create("/incidents/" + incident.number()))
                    .build();
        }
        return Response.ok(page(number, "", Form.blank())).build();
    }

    /** What was like it before: a page, and a part of the incident's own. */
    @GET
    @Path("{number}/similar")
    @Authenticated
    public TemplateInstance similar(String number) {
        return IncidentTemplates.similar(
                number, similar.to(number, actor.get()), recurrence.of(number, actor.get()), Form.blank());
    }

    /** The page, with the form of one noun as it was posted and refused. */
    TemplateInstance page(String number, String section, Form posted) {
        Actor reader = actor.get();
        IncidentView incident = reading.get(number, reader);
        return IncidentTemplates.page(
                        incident,
                        record.get(number, reader),
                        new IncidentOnPage(incident, reader, section, posted, clock.instant()),
                        reading.grades(number, reader),
                        reading.timeline(number, reader),
                        reading.escalations(number, reader))
                .data("exercise", incident.exercise());
    }
}
