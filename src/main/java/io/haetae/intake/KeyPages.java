package io.haetae.intake;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.quarkus.qute.TemplateInstance;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys with which sources post. */
@Path("/alerts/keys")
@Blocking
@Produces(MediaType.TEXT_HTML)
class KeyPages {

    private static final List<String> EXPRESSIONS =
            List.of("fingerprint", "system", "status", "title", "severity", "startsAt", "endsAt", "url");

    private static final String MEDIA_TYPE = "intake/zabbix-media-type.yaml";

    private final KeyService keys;
    private final CurrentActor actor;
    private final Texts texts;
    private final RequestLanguage language;

    KeyPages(KeyService keys, CurrentActor actor, Texts texts, RequestLanguage language) {
        this.keys = keys;
        this.actor = actor;
        this.texts = texts;
        this.language = language;
    }

    @GET
    @RolesAllowed({"ADMIN", "AUDITOR"})
    public TemplateInstance list() {
        return page(null, Form.blank());
    }

    /** The answer shows the key, this once, so that it is no redirection. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response create(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            KeyView.Made made = keys.create(command(form));
            return Response.ok(page(made, Form.blank()))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Refusal refusal) {
            form.refused(refusal, texts, language.get());
        } catch (ConstraintViolationException violations) {
            form.refused(violations, texts, language.get());
        }
        return Response.status(422).entity(page(null, form)).build();
    }

    /** What an administrator of Zabbix imports; it holds no secret. */
    @GET
    @Path("zabbix-media-type.yaml")
    @Produces("application/yaml")
    @RolesAllowed({"ADMIN", "AUDITOR"})
    public Response mediaType() throws IOException {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(MEDIA_TYPE)) {
            return Response.ok(Objects.requireNonNull(file, MEDIA_TYPE).readAllBytes())
                    .header("Content-Disposition", "attachment; filename=\"haetae-zabbix-media-type.yaml\"")
                    .build();
        }
    }

    @POST
    @Path("{id}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response revoke(UUID id) {
        keys.revoke(id);
        return Response.seeOther(URI.create("/alerts/keys")).build();
    }

    private TemplateInstance page(KeyView.@Nullable Made made, Form form) {
        return IntakeTemplates.keys(keys.list(), made, form, actor.get().hasAny(Role.ADMIN));
    }

    private static KeyCommand command(Form form) {
        Adapter adapter = form.one("adapter", Adapter.class);
        form.need("adapter").check();
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String field : EXPRESSIONS) {
            String expression = form.text("mapping." + field);
            if (expression != null) {
                mapping.put(field, expression);
            }
        }
        return new KeyCommand(
                form.textOrEmpty("source"),
                Objects.requireNonNull(adapter),
                form.textOrEmpty("institution"),
                form.text("systemLabel"),
                form.text("externalScheme"),
                mapping);
    }
}
