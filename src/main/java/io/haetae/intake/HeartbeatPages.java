package io.haetae.intake;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.ErrorCode;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Form;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Heartbeats: which sources beat, which are missing, and a new one. */
@Path("/alerts/heartbeats")
@Blocking
@Produces(MediaType.TEXT_HTML)
class HeartbeatPages {

    private final HeartbeatService heartbeats;
    private final CurrentActor actor;
    private final Texts texts;
    private final RequestLanguage language;

    HeartbeatPages(HeartbeatService heartbeats, CurrentActor actor, Texts texts, RequestLanguage language) {
        this.heartbeats = heartbeats;
        this.actor = actor;
        this.texts = texts;
        this.language = language;
    }

    @GET
    @Authenticated
    public TemplateInstance list() {
        return page(null, Form.blank());
    }

    /** The answer shows the key, this once, so that it is no redirection. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response expect(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            HeartbeatView.Made made = heartbeats.expect(command(form));
            return Response.ok(page(made, Form.blank()))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Refusal refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
                throw refusal; // there is nothing to correct in the form
            }
            form.refused(inForm(refusal), texts, language.get());
        } catch (ConstraintViolationException violations) {
            form.refused(violations, texts, language.get());
        }
        return Response.status(422).entity(page(null, form)).build();
    }

    @POST
    @Path("{id}/retirement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response retire(UUID id) {
        heartbeats.retire(id);
        return Response.seeOther(URI.create("/alerts/heartbeats")).build();
    }

    private TemplateInstance page(HeartbeatView.@Nullable Made made, Form form) {
        return SilenceTemplates.heartbeats(heartbeats.list(actor.get()), made, form);
    }

    private static HeartbeatCommand command(Form form) {
        Integer interval = form.integer("intervalSeconds");
        Integer grace = form.integer("graceSeconds");
        form.need("intervalSeconds", "graceSeconds").check();
        return new HeartbeatCommand(
                form.textOrEmpty("name"),
                form.textOrEmpty("institution"),
                Stream.of(form.textOrEmpty("systems").split("[\\s,]+", -1))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                Objects.requireNonNull(interval),
                Objects.requireNonNull(grace));
    }

    /** The form has one field for all systems. */
    private static Refusal inForm(Refusal refusal) {
        return refusal.fieldErrors().isEmpty()
                ? refusal
                : Refusal.fields(refusal.fieldErrors().stream()
                        .map(error -> new FieldError(
                                error.pointer().replaceFirst("^/systems/.*", "/systems"), error.code(), error.facts()))
                        .toList());
    }
}
