package io.haetae.change;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
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
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** 변경관리: the list, one change, its form and its steps. */
@Path("/changes")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ChangePages {

    private final ChangeService changes;
    private final ChangeListService lists;
    private final CurrentActor actor;
    private final Forms forms;

    ChangePages(ChangeService changes, ChangeListService lists, CurrentActor actor, Forms forms) {
        this.changes = changes;
        this.lists = lists;
        this.actor = actor;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance list(@BeanParam ChangeApi.Query query, @Context UriInfo uri) {
        Page<ChangeRow> page = lists.list(actor.get().scope(), query.filter(), Page.limit(query.limit), query.cursor);
        return ChangeTemplates.list(page, Form.of(uri.getQueryParameters()));
    }

    /** What awaits the reader, as a part of the page of one's own work. */
    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return ChangeTemplates.mine(lists.mine(actor.get()));
    }

    /** The form; {@code systems} may come with the link. */
    @GET
    @Path("new")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public TemplateInstance make(@Context UriInfo uri) {
        return ChangeTemplates.write(Form.of(uri.getQueryParameters()), "/changes/new");
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response request(MultivaluedMap<String, String> posted) {
        return write(posted, "/changes/new", form -> changes.request(ChangeForms.change(form)));
    }

    @GET
    @Path("{number}")
    @Authenticated
    public TemplateInstance page(String number) {
        return ChangeTemplates.page(changes.get(number), "", Form.blank());
    }

    @GET
    @Path("{number}/content")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public TemplateInstance content(String number) {
        return ChangeTemplates.write(ChangeForms.form(changes.get(number)), contentOf(number));
    }

    @POST
    @Path("{number}/content")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response rewrite(String number, MultivaluedMap<String, String> posted) {
        return write(posted, contentOf(number), form -> {
            int version = Objects.requireNonNullElse(form.integer("version"), 0);
            return changes.rewrite(number, ChangeForms.change(form), version);
        });
    }

    @POST
    @Path("{number}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response approve(String number, MultivaluedMap<String, String> posted) {
        return step(number, "approval", posted, form -> changes.approve(number));
    }

    @POST
    @Path("{number}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response refuse(String number, MultivaluedMap<String, String> posted) {
        return step(number, "refusal", posted, form -> changes.refuse(number, remark(form)));
    }

    @POST
    @Path("{number}/beginning")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response begin(String number, MultivaluedMap<String, String> posted) {
        return step(number, "beginning", posted, form -> changes.begin(number));
    }

    @POST
    @Path("{number}/completion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response complete(String number, MultivaluedMap<String, String> posted) {
        return step(number, "completion", posted, form -> changes.complete(number, remark(form)));
    }

    @POST
    @Path("{number}/roll-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response rollBack(String number, MultivaluedMap<String, String> posted) {
        return step(number, "roll-back", posted, form -> changes.rollBack(number, remark(form)));
    }

    @POST
    @Path("{number}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response cancel(String number, MultivaluedMap<String, String> posted) {
        return step(number, "cancellation", posted, form -> changes.cancel(number, remark(form)));
    }

    private static String contentOf(String number) {
        return "/changes/" + number + "/content";
    }

    private static Remark remark(Form form) {
        return new Remark(form.textOrEmpty("text"));
    }

    /** Writes the change and goes to its page; a refused form comes back as it was typed. */
    private Response write(MultivaluedMap<String, String> posted, String action, Function<Form, ChangeView> written) {
        Form form = Form.of(posted);
        return forms.permittedToMake(form, ChangeForms.inForm(() -> written.apply(form)))
                .map(change -> Response.seeOther(URI.create("/changes/" + change.number())))
                .orElseGet(() -> Response.status(422).entity(ChangeTemplates.write(form, action)))
                .build();
    }

    /** Takes the step and goes back to the page; a refused form comes back as it was typed. */
    private Response step(String number, String noun, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.permitted(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/changes/" + number)).build();
        }
        return Response.status(422)
                .entity(ChangeTemplates.page(changes.get(number), noun, form))
                .build();
    }
}
