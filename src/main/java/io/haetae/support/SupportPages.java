package io.haetae.support;

import io.haetae.incident.IncidentSupport;
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

/** 기술지원: the list with what waits to be thought of, one request and its steps, its form. */
@Path("/support")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SupportPages {

    private static final int PROMPTS = 20;
    private static final int OF_INCIDENT = 50;

    private final SupportService requests;
    private final SupportListService lists;
    private final SupportAccess access;
    private final IncidentSupport incidents;
    private final CurrentActor current;
    private final Forms forms;

    SupportPages(
            SupportService requests,
            SupportListService lists,
            SupportAccess access,
            IncidentSupport incidents,
            CurrentActor current,
            Forms forms) {
        this.requests = requests;
        this.lists = lists;
        this.access = access;
        this.incidents = incidents;
        this.current = current;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance list(@BeanParam SupportApi.Query query, @Context UriInfo uri) {
        Actor reader = current.get();
        Page<SupportRow> page = lists.list(reader, query.filter(), Page.limit(query.limit), query.cursor);
        boolean asks = reader.hasAny(Role.OPERATOR, Role.OFFICER, Role.SUPPORT);
        return SupportTemplates.list(
                page, asks ? incidents.prompts(reader, PROMPTS) : List.of(), Form.of(uri.getQueryParameters()));
    }

    /** What awaits the reader, as a part of the page of one's own work. */
    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return SupportTemplates.mine(lists.mine(current.get()));
    }

    /** The requests of an incident, as a part of its page. */
    @GET
    @Path("of/{incident}")
    @Authenticated
    public TemplateInstance of(String incident) {
        var filter = new SupportListService.Filter(null, null, incident, null, false);
        return SupportTemplates.incident(
                incident, lists.list(current.get(), filter, OF_INCIDENT, null).items());
    }

    /** The form; {@code incident} and {@code system} may come with the link. */
    @GET
    @Path("new")
    @RolesAllowed({"OPERATOR", "OFFICER", "SUPPORT"})
    public TemplateInstance make(@Context UriInfo uri) {
        return SupportTemplates.ask(Form.of(uri.getQueryParameters()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER", "SUPPORT"})
    public Response ask(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.permittedToMake(form, () -> SupportForms.inForm(() -> requests.ask(SupportForms.request(form))))
                .map(made -> to(made.number()))
                .orElseGet(() ->
                        Response.status(422).entity(SupportTemplates.ask(form)).build());
    }

    @GET
    @Path("{number}")
    @Authenticated
    public TemplateInstance page(String number) {
        return page(requests.get(number), "", Form.blank());
    }

    /** Takes the step and goes back to the page; a refused form comes back as it was typed. */
    @POST
    @Path("{number}/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER", "SUPPORT"})
    public Response take(String number, String step, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        boolean done = forms.permitted(
                form,
                () -> SupportForms.inForm(() -> {
                    Integer version = form.integer("version");
                    return requests.take(number, step, version, SupportForms.step(form));
                }));
        return done
                ? to(number)
                : Response.status(422)
                        .entity(page(requests.get(number), step, form))
                        .build();
    }

    private TemplateInstance page(SupportView view, String section, Form form) {
        List<Form.Option> team = view.allows(Move.Step.ASSIGNMENT.noun())
                ? access.team().stream()
                        .map(each -> new Form.Option(each.username(), each.name() + " · " + each.institution()))
                        .toList()
                : List.of();
        if (!section.equals(Move.Step.ASSIGNMENT.noun())) {
            form.put("people", SupportForms.sent(view)).put("version", view.version());
        }
        return SupportTemplates.page(view, section, team, form).data("exercise", view.exercise());
    }

    private static Response to(String number) {
        return Response.seeOther(URI.create("/support/" + number)).build();
    }
}
