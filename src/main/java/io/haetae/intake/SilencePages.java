package io.haetae.intake;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.ErrorCode;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Silences: what is quiet now, what was, and a new one. */
@Path("/alerts/silences")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SilencePages {

    private static final URI HOME = URI.create("/alerts/silences");

    private final SilenceService silences;
    private final CurrentActor actor;
    private final Texts texts;
    private final RequestLanguage language;

    SilencePages(SilenceService silences, CurrentActor actor, Texts texts, RequestLanguage language) {
        this.silences = silences;
        this.actor = actor;
        this.texts = texts;
        this.language = language;
    }

    /** The list; what a new one is about may come with the link. */
    @GET
    @Authenticated
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return page(cursor, Form.of(uri.getQueryParameters()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER"})
    public Response make(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            silences.make(command(form));
            return Response.seeOther(HOME).build();
        } catch (Refusal refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
                throw refusal; // there is nothing to correct in the form
            }
            form.refused(refusal, texts, language.get());
        } catch (ConstraintViolationException violations) {
            form.refused(violations, texts, language.get());
        }
        return Response.status(422).entity(page(null, form)).build();
    }

    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER"})
    public Response end(UUID id) {
        silences.end(id);
        return Response.seeOther(HOME).build();
    }

    private TemplateInstance page(@Nullable String cursor, Form form) {
        Page<SilenceView> page = silences.list(actor.get(), false, Page.limit(null), cursor);
        return SilenceTemplates.silences(page, form);
    }

    private static SilenceCommand command(Form form) {
        Instant from = form.time("from");
        Instant until = form.time("until");
        form.need("until").check();
        return new SilenceCommand(
                form.textOrEmpty("reason"),
                from,
                Objects.requireNonNull(until),
                form.text("source"),
                form.text("system"),
                form.text("site"),
                form.text("label"),
                form.text("value"));
    }
}
