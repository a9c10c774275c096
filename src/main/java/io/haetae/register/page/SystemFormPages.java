package io.haetae.register.page;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.register.SystemCommand;
import io.haetae.register.SystemEditService;
import io.haetae.register.SystemService;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creating and changing a system by form. */
@Path("/systems")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SystemFormPages {

    private final SystemService systems;
    private final SystemEditService edits;
    private final Choices choices;
    private final CurrentActor actor;
    private final Forms forms;

    SystemFormPages(SystemService systems, SystemEditService edits, Choices choices, CurrentActor actor, Forms forms) {
        this.systems = systems;
        this.edits = edits;
        this.choices = choices;
        this.actor = actor;
        this.forms = forms;
    }

    @GET
    @Path("new")
    @RolesAllowed({"ADMIN", "OFFICER"})
    public TemplateInstance blank() {
        Form form = Form.blank().put("owner", actor.get().institution());
        return RegisterTemplates.edit(choices.sheet(null, form), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response create(MultivaluedMap<String, String> posted) {
        return save(null, Form.of(posted), edits::create);
    }

    @GET
    @Path("{code}/edit")
    @RolesAllowed({"ADMIN", "OFFICER"})
    public TemplateInstance edit(String code) {
        Form form = SystemForm.of(systems.require(code, actor.get().scope()));
        return RegisterTemplates.edit(choices.sheet(code, form), form);
    }

    @POST
    @Path("{code}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response change(String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        int version = Objects.requireNonNullElse(form.integer("version"), 0);
        return save(code, form, command -> edits.change(code, version, command));
    }

    private Response save(@Nullable String code, Form form, Consumer<SystemCommand> write) {
        if (forms.done(form, () -> write.accept(forms.checked(form, SystemForm.command(form))))) {
            return Response.seeOther(URI.create("/systems/" + form.textOrEmpty("code")))
                    .build();
        }
        return Response.status(422)
                .entity(RegisterTemplates.edit(choices.sheet(code, form), form))
                .build();
    }

    /** What the form offers to whom. */
    @ApplicationScoped
    static class Choices {

        private final Names names;
        private final InstitutionService institutions;
        private final CurrentActor actor;
        private final RequestLanguage language;

        Choices(Names names, InstitutionService institutions, CurrentActor actor, RequestLanguage language) {
            this.names = names;
            this.institutions = institutions;
            this.actor = actor;
            this.language = language;
        }

        SystemSheet sheet(@Nullable String code, Form form) {
            Actor who = actor.get();
            boolean admin = who.hasAny(Role.ADMIN);
            Set<String> own = admin ? Set.of() : institutions.selfAndBelow(who.institution());
            return new SystemSheet(
                    code,
                    admin,
                    names.institutions(language.get(), each -> admin || own.contains(each.code())),
                    names.institutions(language.get(), each -> true),
                    names.institutions(language.get(), each -> each.kind().mayLead()),
                    names.sites(language.get()),
                    names.rooms(),
                    Slot.of(form, "externalIds", SystemForm.EXTERNAL, 0).stream()
                            .skip(1)
                            .toList(),
                    Slot.of(form, "services", SystemForm.SERVICE, 1, "substitutes", SystemForm.SUBSTITUTE),
                    Slot.of(form, "contacts", SystemForm.CONTACT, 1),
                    Slot.of(form, "resources", SystemForm.RESOURCE, 1));
        }
    }
}
