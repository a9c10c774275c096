package io.haetae.duty.handover;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hand-overs: those that wait, those of the past, and one of them to be read, signed and printed. */
@Path("/hand-overs")
@Blocking
@Produces(MediaType.TEXT_HTML)
class HandOverPages {

    private static final String NOTE = "notes.";

    private final HandOverReadService reading;
    private final HandOverBeginning beginning;
    private final HandOverService steps;
    private final HandOverChoices choices;
    private final Forms forms;

    HandOverPages(
            HandOverReadService reading,
            HandOverBeginning beginning,
            HandOverService steps,
            HandOverChoices choices,
            Forms forms) {
        this.reading = reading;
        this.beginning = beginning;
        this.steps = steps;
        this.choices = choices;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "duty", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance handOvers(
                Page<HandOverRow> page, List<HandOverRow> open, HandOverChoices.Choices choices, Form form);

        static native TemplateInstance handOver(HandOverView view, HandOverOnPage sheet);
    }

    @GET
    @Authenticated
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        return list(cursor, choices.form());
    }

    private TemplateInstance list(@Nullable String cursor, Form form) {
        return Templates.handOvers(
                reading.list(false, Page.limit(null), cursor),
                reading.list(true, Page.MAX_LIMIT, null).items(),
                choices.now(),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response begin(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.permittedToMake(form, () -> begun(form))
                .map(HandOverPages::see)
                .orElseGet(() -> Response.status(422).entity(list(null, form)).build());
    }

    private UUID begun(Form form) {
        NewHandOver command = new NewHandOver(form.textOrEmpty("to"), form.id("roster"), form.id("toRoster"));
        form.check();
        return beginning.begin(command).id();
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance show(UUID id, @QueryParam("all") @Nullable String all) {
        return page(id, all != null, "", Form.blank());
    }

    @POST
    @Path("{id}/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response write(UUID id, MultivaluedMap<String, String> posted) {
        return step(
                id,
                HandOverMove.NOTES,
                posted,
                form -> steps.write(
                        id,
                        Objects.requireNonNullElse(form.integer("version"), 0),
                        new HandOverNotes(form.text("remark"), notes(form))));
    }

    @POST
    @Path("{id}/signature")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response sign(UUID id, MultivaluedMap<String, String> posted) {
        return step(
                id,
                HandOverMove.SIGNATURE,
                posted,
                form -> steps.sign(id, new HandOverSignature(form.integer("edition"), form.text("note"))));
    }

    @POST
    @Path("{id}/question")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response ask(UUID id, MultivaluedMap<String, String> posted) {
        return step(
                id, HandOverMove.QUESTION, posted, form -> steps.ask(id, new HandOverWords(form.textOrEmpty("text"))));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response withdraw(UUID id, MultivaluedMap<String, String> posted) {
        return step(
                id,
                HandOverMove.WITHDRAWAL,
                posted,
                form -> steps.withdraw(id, new HandOverWords(form.textOrEmpty("text"))));
    }

    private Response step(UUID id, String noun, MultivaluedMap<String, String> posted, Consumer<Form> step) {
        Form form = Form.of(posted);
        if (forms.permitted(form, () -> step.accept(form))) {
            return see(id);
        }
        return Response.status(422).entity(page(id, false, noun, form)).build();
    }

    private TemplateInstance page(UUID id, boolean all, String refused, Form form) {
        HandOverView view = reading.get(id);
        return Templates.handOver(view, new HandOverOnPage(view, all, refused, form));
    }

    /** One field per matter; an empty one is no note. */
    private static Map<String, String> notes(Form form) {
        Map<String, String> notes = new HashMap<>();
        for (String name : form.names()) {
            String note = name.startsWith(NOTE) ? form.text(name) : null;
            if (note != null) {
                notes.put(name.substring(NOTE.length()), note);
            }
        }
        return notes;
    }

    private static Response see(UUID id) {
        return Response.seeOther(URI.create("/hand-overs/" + id)).build();
    }
}
