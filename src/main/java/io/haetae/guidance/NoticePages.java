package io.haetae.guidance;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
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
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writing, approving and publishing notices. */
@Path("/notices")
@Blocking
@Produces(MediaType.TEXT_HTML)
class NoticePages {

    private final NoticeService notices;
    private final CurrentActor actor;
    private final Forms forms;

    NoticePages(NoticeService notices, CurrentActor actor, Forms forms) {
        this.notices = notices;
        this.actor = actor;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "guidance", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance notices(Page<NoticeView> page);

        static native TemplateInstance notice(NoticeView notice, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @QueryParam("activation") @Nullable UUID activation, @QueryParam("cursor") @Nullable String cursor) {
        return Templates.notices(notices.list(actor.get(), activation, null, Page.limit(null), cursor));
    }

    /** Drafts one and shows it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public Response draft(MultivaluedMap<String, String> posted) {
        UUID activation = activation(Form.of(posted));
        return there(notices.draft(new NoticeCommand(activation, null, null)).id());
    }

    private static UUID activation(Form form) {
        try {
            return UUID.fromString(form.textOrEmpty("activation"));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance page(UUID id) {
        return page(id, Form.blank());
    }

    private TemplateInstance page(UUID id, Form form) {
        NoticeView notice = notices.get(id, actor.get());
        Form shown = form.isRefused()
                ? form
                : Form.blank()
                        .put("title.ko", notice.title().ko())
                        .put("title.en", notice.title().en())
                        .put("body.ko", notice.body().ko())
                        .put("body.en", notice.body().en());
        return Templates.notice(notice, shown).data("exercise", notice.exercise() ? Boolean.TRUE : null);
    }

    @POST
    @Path("{id}/text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public Response write(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, posted, form -> {
            form.need("title.ko", "title.en", "body.ko", "body.en").check();
            notices.write(
                    id,
                    new NoticeText(
                            new LocalizedText(form.textOrEmpty("title.ko"), form.textOrEmpty("title.en")),
                            new LocalizedText(form.textOrEmpty("body.ko"), form.textOrEmpty("body.en"))));
        });
    }

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OFFICER", "HQ"})
    public Response approve(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, posted, form -> notices.approve(id));
    }

    @POST
    @Path("{id}/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public Response publish(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, posted, form -> notices.publish(id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public Response withdraw(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, posted, form -> {
            form.need("reason").check();
            notices.withdraw(id, form.textOrEmpty("reason"));
        });
    }

    private Response step(UUID id, MultivaluedMap<String, String> posted, Consumer<Form> action) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> action.accept(form))) {
            return there(id);
        }
        return Response.status(422).entity(page(id, form)).build();
    }

    private static Response there(UUID id) {
        return Response.seeOther(URI.create("/notices/" + id)).build();
    }
}
