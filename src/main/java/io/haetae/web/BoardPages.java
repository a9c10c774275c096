package io.haetae.web;

import io.haetae.crisis.CrisisReadService;
import io.haetae.crisis.CrisisRow;
import io.haetae.incident.IncidentFilter;
import io.haetae.incident.IncidentReadService;
import io.haetae.incident.IncidentRow;
import io.haetae.incident.IncidentState;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.notify.Deliveries;
import io.haetae.notify.DeliveryView;
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
import org.jspecify.annotations.Nullable;

/** The board: what is broken now, how bad, what is due, who has it, what needs the reader. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
class BoardPages {

    private final IncidentReadService incidents;
    private final CrisisReadService crises;
    private final Deliveries deliveries;
    private final CurrentActor actor;
    private final PageTemplates templates;
    private final Clock clock;

    BoardPages(
            IncidentReadService incidents,
            CrisisReadService crises,
            Deliveries deliveries,
            CurrentActor actor,
            PageTemplates templates,
            Clock clock) {
        this.incidents = incidents;
        this.crises = crises;
        this.deliveries = deliveries;
        this.actor = actor;
        this.templates = templates;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance board(@QueryParam("q") @Nullable String words, @Context UriInfo uri) {
        Actor reader = actor.get();
        List<IncidentRow> open = list(reader, IncidentState.OPEN, words);
        List<IncidentRow> recovered = list(reader, IncidentState.RECOVERED, words);
        var unanswered = new Deliveries.Filter(null, null, DeliveryView.State.SENT, reader.id(), null, null);
        int messages = deliveries
                .list(reader.scope(), unanswered, null, Page.MAX_LIMIT)
                .items()
                .size();
        List<CrisisRow> underWay = crises.list(reader, true, Page.limit(null), null, clock.instant())
                .items();
        Board board = new Board(open, recovered, underWay, messages, reader, clock.instant());
        return templates.board(board, Form.of(uri.getQueryParameters()));
    }

    private List<IncidentRow> list(Actor reader, IncidentState state, @Nullable String words) {
        IncidentFilter filter = new IncidentFilter(List.of(state), null, null, null, words, null);
        return incidents.list(filter, reader, Page.MAX_LIMIT, null).items();
    }
}
