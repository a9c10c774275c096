package io.haetae.incident;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.register.SiteService;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemService;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of an incident: one screen. Searching, adding and the preview of the grade are posts of the same form,
 * so that it works without script; with script only the part that changes comes back.
 */
@Path("/incidents/new")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
class IncidentDeclarationPages {

    private static final int FOUND = 10;

    private final IncidentService incidents;
    private final SystemService systems;
    private final SiteService sites;
    private final CurrentActor actor;
    private final Forms forms;
    private final RequestLanguage language;
    private final Clock clock;

    IncidentDeclarationPages(
            IncidentService incidents,
            SystemService systems,
            SiteService sites,
            CurrentActor actor,
            Forms forms,
            RequestLanguage language,
            Clock clock) {
        this.incidents = incidents;
        this.systems = systems;
        this.sites = sites;
        this.actor = actor;
        this.forms = forms;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance form() {
        Form form = Form.blank().put("kind", "FAILURE").put("recognisedAt", clock.instant());
        return declaration(form, GradePreview.NONE);
    }

    @POST
    public Response declare(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        // Enter in the search box posts the form: whoever has named nothing yet was searching.
        if (form.text("q") != null && IncidentForms.chosen(form).isEmpty()) {
            return Response.ok(declaration(form, GradePreview.NONE)).build();
        }
        return forms.made(form, () -> incidents.declare(IncidentForms.command(form)))
                .map(declared -> Response.seeOther(URI.create("/incidents/" + declared.number())))
                .orElseGet(() -> Response.status(422).entity(declaration(form, GradePreview.NONE)))
                .build();
    }

    /** Finds, adds or takes away a system. */
    @POST
    @Path("systems")
    public TemplateInstance systems(
            MultivaluedMap<String, String> posted, @HeaderParam("HX-Request") @Nullable String script) {
        Form form = changed(Form.of(posted));
        return script == null
                ? declaration(form, GradePreview.NONE)
                : IncidentTemplates.systems(form, chosen(form), found(form));
    }

    /** The failure grade that the facts typed so far would give. */
    @POST
    @Path("preview")
    public TemplateInstance preview(
            MultivaluedMap<String, String> posted, @HeaderParam("HX-Request") @Nullable String script) {
        Form form = Form.of(posted);
        GradePreview preview = preview(form);
        return script == null ? declaration(form, preview) : IncidentTemplates.preview(preview);
    }

    /** What cannot be graded yet is no error while it is being typed. */
    private GradePreview preview(Form form) {
        Form titled = Form.of(copy(form));
        if (form.text("title") == null) {
            titled.put("title", "–");
        }
        try {
            return GradePreview.of(incidents.preview(IncidentForms.command(titled)));
        } catch (Refusal | ConstraintViolationException notYet) {
            return GradePreview.NONE;
        }
    }

    private static Map<String, List<String>> copy(Form form) {
        return form.names().stream().collect(Collectors.toMap(Function.identity(), form::values));
    }

    private static Form changed(Form form) {
        Map<Integer, String> chosen = IncidentForms.chosen(form);
        String remove = form.text("remove");
        List<Integer> kept = chosen.entrySet().stream()
                .filter(system -> !system.getValue().equals(remove))
                .map(Map.Entry::getKey)
                .toList();
        Form changed = IncidentForms.renumbered(form, kept);
        String add = form.text("add");
        if (add != null && !chosen.containsValue(add)) {
            String at = "systems." + kept.size() + ".";
            changed.put(at + "code", add).put(at + "service", "STOPPED").put("q", null);
        }
        return changed.put("add", null).put("remove", null).put("find", null);
    }

    private TemplateInstance declaration(Form form, GradePreview preview) {
        List<Form.Option> places = sites.all().stream()
                .map(site -> new Form.Option(site.code(), site.name().in(language.get())))
                .toList();
        boolean more = form.isRefused() || form.text("declaredGrade") != null || form.flag("exercise");
        return IncidentTemplates.declaration(form, chosen(form), found(form), places, preview, more);
    }

    private List<ChosenSystem> chosen(Form form) {
        Map<Integer, String> chosen = IncidentForms.chosen(form);
        Map<String, io.haetae.register.SystemView> known = systems.find(chosen.values()).stream()
                .collect(Collectors.toMap(io.haetae.register.SystemView::code, Function.identity()));
        List<ChosenSystem> shown = new ArrayList<>();
        chosen.forEach((index, code) -> {
            var system = known.get(code);
            shown.add(system == null ? ChosenSystem.unknown(index, code) : ChosenSystem.of(index, system));
        });
        return shown;
    }

    private List<ChosenSystem> found(Form form) {
        String words = form.text("q");
        if (words == null) {
            return List.of();
        }
        SystemFilter filter = new SystemFilter(words, null, null, null, null, null, null, false);
        return systems.list(filter, actor.get().scope(), FOUND, null).items().stream()
                .map(system -> ChosenSystem.of(-1, system))
                .toList();
    }
}
