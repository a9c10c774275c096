package io.haetae.register.page;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import io.haetae.register.EndedAs;
import io.haetae.register.RegisterChangeService;
import io.haetae.register.RegisterChanges;
import io.haetae.register.SuccessionCommand;
import io.haetae.register.SuccessionCommand.Latter;
import io.haetae.register.SuccessionService;
import io.haetae.register.SystemEditService;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a system comes from, what became of it, and what differs in the register between two days. */
@Path("/systems")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LineagePages {

    private static final List<String> PART = List.of("code", "name.ko", "name.en");
    private static final int SPARE = 3;

    /** As columns; those without one last. */
    private static final List<Integer> GRADES = List.of(1, 2, 3, 4, 0);

    private final SystemService systems;
    private final SuccessionService successions;
    private final Choices choices;
    private final CurrentActor actor;
    private final Forms forms;

    LineagePages(
            SystemService systems, SuccessionService successions, Choices choices, CurrentActor actor, Forms forms) {
        this.systems = systems;
        this.successions = successions;
        this.choices = choices;
        this.actor = actor;
        this.forms = forms;
    }

    /** The other systems named in a form, and whether the reader may change the system. */
    @ApplicationScoped
    static class Choices {

        private final SystemEditService edits;
        private final RegisterChangeService changes;
        private final CurrentActor actor;
        private final Clock clock;

        Choices(SystemEditService edits, RegisterChangeService changes, CurrentActor actor, Clock clock) {
            this.edits = edits;
            this.changes = changes;
            this.actor = actor;
            this.clock = clock;
        }

        boolean mayChange(SystemView system) {
            return edits.mayChange(system);
        }

        RegisterChanges changes(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cursor) {
            Instant now = clock.instant();
            LocalDate first =
                    from == null ? now.atZone(Zones.SEOUL).toLocalDate().minusMonths(1) : from;
            Instant end = to == null ? now : endOf(to);
            return changes.between(endOf(first), end, actor.get().scope(), Page.limit(null), cursor);
        }

        private static Instant endOf(LocalDate day) {
            return day.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant().minusMillis(1);
        }
    }

    @GET
    @Path("{code}/lineage")
    @Authenticated
    public TemplateInstance lineage(String code) {
        return page(code, Form.blank());
    }

    @POST
    @Path("{code}/lineage")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response succeed(String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return answered(code, form, () -> {
            successions.succeed(forms.checked(form, command(code, form)));
        });
    }

    @POST
    @Path("{code}/aliases")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response alias(String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return answered(code, form, () -> {
            String other = form.textOrEmpty("alias");
            if (!other.matches("[A-Z0-9][A-Za-z0-9._-]{0,39}")) {
                throw Refusal.field("/alias", "not-a-code", other);
            }
            successions.alias(code, other);
        });
    }

    @GET
    @Path("changes")
    @Authenticated
    public TemplateInstance changes(@QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        Form form = Form.of(uri.getQueryParameters());
        LocalDate from = form.date("from");
        LocalDate to = form.date("to");
        form.check();
        return RegisterTemplates.changes(choices.changes(from, to, cursor), GRADES, form);
    }

    private Response answered(String code, Form form, Runnable act) {
        if (forms.done(form, act)) {
            return Response.seeOther(URI.create("/systems/" + code + "/lineage"))
                    .build();
        }
        return Response.status(422).entity(page(code, form)).build();
    }

    private TemplateInstance page(String code, Form form) {
        SystemView system = systems.require(code, actor.get().scope());
        return RegisterTemplates.lineage(
                system,
                successions.lineage(code),
                choices.mayChange(system),
                form,
                Slot.of(form, "latter", PART, SPARE));
    }

    private static SuccessionCommand command(String code, Form form) {
        EndedAs kind = Objects.requireNonNullElse(form.one("kind", EndedAs.class), EndedAs.RETIREMENT);
        List<String> former = new ArrayList<>(List.of(code));
        String others = form.textOrEmpty("others");
        Arrays.stream(others.split("[,\\s]+")).filter(word -> !word.isEmpty()).forEach(former::add);
        List<Latter> latter = new ArrayList<>();
        for (Slot slot : Slot.of(form, "latter", PART, 0)) {
            latter.add(part(form, slot));
        }
        form.check();
        return new SuccessionCommand(
                kind, former, latter, form.textOrEmpty("reason"), form.text("decidedBy"), form.text("document"));
    }

    /** A code alone means a system that is there, a name a new one. */
    private static Latter part(Form form, Slot slot) {
        String ko = form.text(slot.of("name.ko"));
        String en = form.text(slot.of("name.en"));
        LocalizedText name = ko == null && en == null
                ? null
                : new LocalizedText(Objects.requireNonNullElse(ko, ""), Objects.requireNonNullElse(en, ""));
        return new Latter(form.textOrEmpty(slot.of("code")), name);
    }
}
