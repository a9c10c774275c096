package io.haetae.register.page;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Refusal;
import io.haetae.register.DependencyCommand;
import io.haetae.register.DependencyService;
import io.haetae.register.DependencySheet;
import io.haetae.register.SystemService;
import io.haetae.register.SystemTraits.DependencyType;
import io.haetae.register.SystemView;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Saying what a system depends on. */
@Path("/systems/{code}/dependencies")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LinkPages {

    private static final List<String> FIELDS = List.of("on");

    private final SystemService systems;
    private final DependencyService dependencies;
    private final CurrentActor actor;
    private final Forms forms;

    LinkPages(SystemService systems, DependencyService dependencies, CurrentActor actor, Forms forms) {
        this.systems = systems;
        this.dependencies = dependencies;
        this.actor = actor;
        this.forms = forms;
    }

    @GET
    @RolesAllowed({"ADMIN", "OFFICER"})
    public TemplateInstance edit(String code) {
        SystemView system = systems.require(code, actor.get().scope());
        DependencySheet sheet = dependencies.of(code, null, actor.get().scope());
        Form form = Form.blank().put("version", sheet.version());
        for (int i = 0; i < sheet.items().size(); i++) {
            DependencySheet.On item = sheet.items().get(i);
            form.put("d." + i + ".on", item.on()).put("d." + i + ".type", item.type());
        }
        return RegisterTemplates.links(system, form, slots(form));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response replace(String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> replace(code, form))) {
            return Response.seeOther(URI.create("/systems/" + code)).build();
        }
        SystemView system = systems.require(code, actor.get().scope());
        return Response.status(422)
                .entity(RegisterTemplates.links(system, form, slots(form)))
                .build();
    }

    private void replace(String code, Form form) {
        List<DependencyCommand> wanted = new ArrayList<>();
        for (Slot slot : Slot.of(form, "d", FIELDS, 0)) {
            String on = form.text(slot.of("on"));
            if (on != null) {
                DependencyType type = form.one(slot.of("type"), DependencyType.class);
                wanted.add(new DependencyCommand(on, Objects.requireNonNullElse(type, DependencyType.DATA)));
            }
        }
        Integer version = form.integer("version");
        form.check();
        try {
            dependencies.replace(code, Objects.requireNonNullElse(version, 0), wanted);
        } catch (Refusal refused) {
            throw prefixed(refused);
        }
    }

    /** The service speaks of a list, the form of a list named {@code d}. */
    private static Refusal prefixed(Refusal refused) {
        if (refused.fieldErrors().isEmpty()) {
            return refused;
        }
        return Refusal.fields(refused.fieldErrors().stream()
                .map(error -> new FieldError("/d" + error.pointer(), error.code(), error.facts()))
                .toList());
    }

    private static List<Slot> slots(Form form) {
        return Slot.of(form, "d", FIELDS, 3);
    }
}
