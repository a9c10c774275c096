package io.haetae.incident.review;

import io.haetae.incident.IncidentReadService;
import io.haetae.incident.IncidentState;
import io.haetae.incident.IncidentView;
import io.haetae.incident.review.Content.CauseStatus;
import io.haetae.incident.review.ReviewCommands.Assignment;
import io.haetae.incident.review.ReviewCommands.Decision;
import io.haetae.incident.review.ReviewCommands.Order;
import io.haetae.incident.review.ReviewCommands.Outcome;
import io.haetae.incident.review.ReviewCommands.Submission;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.kernel.Role;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** 장애사후관리: the list, one review and its steps. */
@Path("/reviews")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ReviewPages {

    private final ReviewService reviews;
    private final ReviewOrderService orders;
    private final ReviewListService lists;
    private final IncidentReadService incidents;
    private final CurrentActor actor;
    private final Forms forms;

    ReviewPages(
            ReviewService reviews,
            ReviewOrderService orders,
            ReviewListService lists,
            IncidentReadService incidents,
            CurrentActor actor,
            Forms forms) {
        this.reviews = reviews;
        this.orders = orders;
        this.lists = lists;
        this.incidents = incidents;
        this.actor = actor;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance list(@BeanParam ReviewApi.Query query, @Context UriInfo uri) {
        Page<ReviewRow> page = lists.list(actor.get(), query.filter(), Page.limit(query.limit), query.cursor);
        return ReviewTemplates.list(page, Form.of(uri.getQueryParameters()));
    }

    /** What awaits the reader, as a part of the page of one's own work. */
    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return ReviewTemplates.mine(lists.mine(actor.get()));
    }

    /** The review of an incident, as a part of the incident's page. */
    @GET
    @Path("of/{number}")
    @Authenticated
    public TemplateInstance of(String number) {
        Actor reader = actor.get();
        IncidentView incident = incidents.get(number, reader);
        List<ReviewRow> found = lists.list(reader, new ReviewFilter(null, null, number, false), 1, null)
                .items();
        boolean recovered = incident.state() == IncidentState.RECOVERED || incident.state() == IncidentState.CLOSED;
        boolean mayOrder = recovered && reader.hasAny(Role.OFFICER, Role.AUTHORITY, Role.SITUATION);
        return ReviewTemplates.of(number, found.isEmpty() ? null : found.get(0), mayOrder);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response order(MultivaluedMap<String, String> posted) {
        ReviewView view =
                orders.order(new Order(Form.of(posted).textOrEmpty("incident"))).review();
        return Response.seeOther(URI.create("/reviews/" + view.id())).build();
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance page(UUID id) {
        return page(reviews.get(id), "", Form.blank());
    }

    @POST
    @Path("{id}/content")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response write(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, "content", posted, form -> {
            CauseStatus status = form.one("causeStatus", CauseStatus.class);
            Integer version = form.need("version").integer("version");
            form.check();
            reviews.write(
                    id,
                    Objects.requireNonNull(version),
                    new Content(
                            form.text("cause"),
                            form.text("underlyingCause"),
                            status,
                            form.text("detectionAnalysis"),
                            form.text("recoveryAnalysis"),
                            form.text("informationAnalysis"),
                            form.text("damage"),
                            form.text("prevention"),
                            form.text("wentWell")));
        });
    }

    @POST
    @Path("{id}/assignment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response assign(UUID id, MultivaluedMap<String, String> posted) {
        return step(
                id,
                "assignment",
                posted,
                form -> orders.assign(id, new Assignment(form.text("institution"), form.text("reviewer"))));
    }

    @POST
    @Path("{id}/submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response submit(UUID id, MultivaluedMap<String, String> posted) {
        return step(
                id,
                "submission",
                posted,
                form -> reviews.submit(id, null, new Submission(form.text("documentNumber"))));
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response decide(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, "decision", posted, form -> {
            Outcome outcome = form.one("outcome", Outcome.class);
            form.need("outcome").check();
            reviews.decide(
                    id,
                    new Decision(Objects.requireNonNull(outcome), form.text("reason"), form.text("documentNumber")));
        });
    }

    /** Takes the step and goes back to the page; a refused form comes back as it was typed. */
    private Response step(UUID id, String noun, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.permitted(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/reviews/" + id)).build();
        }
        return Response.status(422).entity(page(reviews.get(id), noun, form)).build();
    }

    private static TemplateInstance page(ReviewView view, String section, Form posted) {
        Form content = section.equals("content") ? posted : filled(view);
        return ReviewTemplates.page(view, content, section, posted).data("exercise", view.exercise());
    }

    private static Form filled(ReviewView view) {
        Content content = view.content();
        return Form.blank()
                .put("version", view.version())
                .put("cause", content.cause())
                .put("underlyingCause", content.underlyingCause())
                .put("causeStatus", content.causeStatus())
                .put("detectionAnalysis", content.detectionAnalysis())
                .put("recoveryAnalysis", content.recoveryAnalysis())
                .put("informationAnalysis", content.informationAnalysis())
                .put("damage", content.damage())
                .put("prevention", content.prevention())
                .put("wentWell", content.wentWell());
    }
}
