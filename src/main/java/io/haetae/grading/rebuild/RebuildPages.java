package io.haetae.grading.rebuild;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
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
import java.util.function.Consumer;

/** 대규모 시스템 전면개편: the list, a new record, and one of them with its checklist. */
@Path("/rebuilds")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RebuildPages {

    private final RebuildService rebuilds;
    private final MyRebuilds mine;
    private final CurrentActor actor;
    private final Forms forms;

    RebuildPages(RebuildService rebuilds, MyRebuilds mine, CurrentActor actor, Forms forms) {
        this.rebuilds = rebuilds;
        this.mine = mine;
        this.actor = actor;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "grading/rebuild")
    static class Templates {

        static native TemplateInstance list(Page<RebuildRow> page, Form filter);

        static native TemplateInstance begin(Form form);

        static native TemplateInstance mine(List<MyRebuilds.Mine> rows);

        static native TemplateInstance rebuild(RebuildView view, RebuildForms forms);
    }

    @GET
    @Authenticated
    public TemplateInstance list(@BeanParam RebuildApi.Query query, @Context UriInfo uri) {
        return Templates.list(query.ask(rebuilds, actor), Form.of(uri.getQueryParameters()));
    }

    /** What awaits the reader, as a part of the page of one's own work. */
    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return Templates.mine(mine.list());
    }

    /** The form; {@code system} may come with the link. */
    @GET
    @Path("new")
    @RolesAllowed("OFFICER")
    public TemplateInstance form(@Context UriInfo uri) {
        return Templates.begin(Form.of(uri.getQueryParameters()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response begin(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.made(form, () -> {
                    Long budget = form.whole("budgetWon");
                    RebuildCommand command =
                            new RebuildCommand(form.textOrEmpty("system"), form.textOrEmpty("title"), budget);
                    return rebuilds.begin(forms.checked(form, command));
                })
                .map(begun -> Response.seeOther(URI.create("/rebuilds/" + begun.number())))
                .orElseGet(() -> Response.status(422).entity(Templates.begin(form)))
                .build();
    }

    @GET
    @Path("{number}")
    @Authenticated
    public TemplateInstance show(String number) {
        return Templates.rebuild(rebuilds.get(number), RebuildForms.NONE);
    }

    @POST
    @Path("{number}/items/{item}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response answer(String number, String item, MultivaluedMap<String, String> posted) {
        return step(number, "answer-" + item, posted, form -> {
            ItemAnswer.Answer answer = form.one("answer", ItemAnswer.Answer.class);
            form.need("answer").check();
            rebuilds.answer(
                    number,
                    item,
                    new ItemAnswer(Objects.requireNonNull(answer), form.textOrEmpty("reason"), form.text("evidence")));
        });
    }

    @POST
    @Path("{number}/items/{item}/review")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("AUTHORITY")
    public Response review(String number, String item, MultivaluedMap<String, String> posted) {
        return step(number, "review-" + item, posted, form -> {
            ItemReview.Outcome outcome = form.one("outcome", ItemReview.Outcome.class);
            form.need("outcome").check();
            rebuilds.review(number, item, new ItemReview(Objects.requireNonNull(outcome), form.textOrEmpty("note")));
        });
    }

    @POST
    @Path("{number}/budget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response budget(String number, MultivaluedMap<String, String> posted) {
        return step(number, "budget", posted, form -> {
            Long budget = form.whole("budgetWon");
            form.check();
            rebuilds.budget(number, new RebuildCommand.Budget(budget, form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("{number}/phase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response enter(String number, MultivaluedMap<String, String> posted) {
        boolean stops = Phase.STOPPED.name().equals(posted.getFirst("to"));
        return step(number, stops ? "stop" : "phase", posted, form -> {
            Phase to = form.one("to", Phase.class);
            form.need("to").check();
            rebuilds.enter(number, new RebuildCommand.Step(Objects.requireNonNull(to), form.textOrEmpty("note")));
        });
    }

    /** Takes the step and goes back to the page; a refused form comes back as it was typed. */
    private Response step(String number, String section, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.permitted(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/rebuilds/" + number)).build();
        }
        return Response.status(422)
                .entity(Templates.rebuild(rebuilds.get(number), new RebuildForms(section, form)))
                .build();
    }
}
