package io.haetae.remedy;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.remedy.NewRecommendation.SubjectKind;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 개선권고와 조치: the list, one of them, and its steps. */
@Path("/actions")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ActionPages {

    private final RecommendationService recommendations;
    private final RecommendationListService lists;
    private final CurrentActor actor;
    private final Forms forms;

    ActionPages(
            RecommendationService recommendations, RecommendationListService lists, CurrentActor actor, Forms forms) {
        this.recommendations = recommendations;
        this.lists = lists;
        this.actor = actor;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance list(@BeanParam RecommendationApi.Query query, @Context UriInfo uri) {
        Actor reader = actor.get();
        Page<RecommendationRow> page =
                lists.list(reader.scope(), query.filter(), Page.limit(query.limit), query.cursor);
        return RemedyTemplates.list(
                page, Form.of(uri.getQueryParameters()), !bases(reader).isEmpty());
    }

    /** What awaits the reader, as a part of the page of one's own work. */
    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return RemedyTemplates.mine(lists.mine(actor.get()));
    }

    /** The form; {@code institution}, {@code subject.kind} and {@code subject.id} may come with the link. */
    @GET
    @Path("new")
    @RolesAllowed({"AUTHORITY", "SITUATION", "OFFICER"})
    public TemplateInstance make(@Context UriInfo uri) {
        return RemedyTemplates.make(Form.of(uri.getQueryParameters()), bases(actor.get()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"AUTHORITY", "SITUATION", "OFFICER"})
    public Response recommend(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.permittedToMake(form, () -> recommendations.recommend(command(form)))
                .map(made -> Response.seeOther(URI.create("/actions/" + made.number())))
                .orElseGet(() -> Response.status(422).entity(RemedyTemplates.make(form, bases(actor.get()))))
                .build();
    }

    @GET
    @Path("{number}")
    @Authenticated
    public TemplateInstance page(String number) {
        return page(number, "", Form.blank());
    }

    @POST
    @Path("{number}/plan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response plan(String number, MultivaluedMap<String, String> posted) {
        return step(number, "plan", posted, form -> recommendations.plan(number, plan(form, "")));
    }

    @POST
    @Path("{number}/result")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response report(String number, MultivaluedMap<String, String> posted) {
        return step(
                number,
                "result",
                posted,
                form -> recommendations.report(
                        number,
                        new ActionResult(
                                form.textOrEmpty("text"), form.textOrEmpty("evidence"), form.text("documentNumber"))));
    }

    @POST
    @Path("{number}/verification")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"AUTHORITY", "SITUATION", "OFFICER"})
    public Response verify(String number, MultivaluedMap<String, String> posted) {
        return step(number, "verification", posted, form -> {
            Verification.Outcome outcome = form.one("outcome", Verification.Outcome.class);
            form.need("outcome").check();
            recommendations.verify(number, new Verification(Objects.requireNonNull(outcome), form.textOrEmpty("note")));
        });
    }

    @POST
    @Path("{number}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"AUTHORITY", "SITUATION", "OFFICER"})
    public Response withdraw(String number, MultivaluedMap<String, String> posted) {
        return step(
                number,
                "withdrawal",
                posted,
                form -> recommendations.withdraw(number, new Withdrawal(form.textOrEmpty("reason"))));
    }

    private static NewRecommendation command(Form form) {
        Basis basis = form.one("basis", Basis.class);
        LocalDate receivedOn = form.date("receivedOn");
        SubjectKind kind = form.one("subject.kind", SubjectKind.class);
        form.need("basis");
        boolean own = basis == Basis.OWN;
        ActionPlan plan = own ? plan(form, "plan.") : null;
        form.check();
        return new NewRecommendation(
                Objects.requireNonNull(basis),
                form.textOrEmpty("institution"),
                kind == null || form.text("subject.id") == null
                        ? null
                        : new NewRecommendation.Subject(kind, form.textOrEmpty("subject.id")),
                form.textOrEmpty("title"),
                form.textOrEmpty("text"),
                receivedOn,
                wanted(form),
                plan,
                form.flag("exercise"));
    }

    private static ActionPlan plan(Form form, String prefix) {
        LocalDate dueOn = form.date(prefix + "dueOn");
        form.need(prefix + "dueOn").check();
        return new ActionPlan(
                form.textOrEmpty(prefix + "text"),
                form.textOrEmpty(prefix + "responsible"),
                Objects.requireNonNull(dueOn),
                form.text(prefix + "documentNumber"),
                continuation(form, prefix + "continuation."));
    }

    /** Nothing where nothing of it was typed: a plan for something else has no such fields. */
    private static @Nullable Continuation continuation(Form form, String prefix) {
        List<String> fields = List.of("convenience", "data", "dataPlan", "continuity");
        if (fields.stream().allMatch(field -> form.text(prefix + field) == null)) {
            return null;
        }
        Continuation.Data data = form.one(prefix + "data", Continuation.Data.class);
        form.need(fields.stream().map(field -> prefix + field).toArray(String[]::new))
                .check();
        return new Continuation(
                form.textOrEmpty(prefix + "convenience"),
                Objects.requireNonNull(data),
                form.textOrEmpty(prefix + "dataPlan"),
                form.textOrEmpty(prefix + "continuity"));
    }

    private static @Nullable MergeOrAbolish wanted(Form form) {
        MergeOrAbolish.Kind kind = form.one("wanted.kind", MergeOrAbolish.Kind.class);
        form.check();
        return kind == null ? null : new MergeOrAbolish(kind, form.text("wanted.into"));
    }

    private TemplateInstance page(String number, String section, Form form) {
        RecommendationView view = recommendations.get(number);
        return RemedyTemplates.page(view, section, form).data("exercise", view.exercise());
    }

    /** Takes the step and goes back to the page; a refused form comes back as it was typed. */
    private Response step(String number, String noun, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.permitted(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/actions/" + number)).build();
        }
        return Response.status(422).entity(page(number, noun, form)).build();
    }

    /** On which basis the reader may make one. */
    private static String bases(Actor reader) {
        return Arrays.stream(Basis.values())
                .filter(basis -> reader.hasAny(basis.recommenders()))
                .map(Basis::name)
                .collect(Collectors.joining(","));
    }
}
