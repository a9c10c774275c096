package io.haetae.continuity;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Zones;
import io.haetae.register.PublicService;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plan of a system: what it says, its versions, and the next one. */
@Path("/continuity/plans/{system}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlanPages {

    private final PlanService plans;
    private final SystemService systems;
    private final Calculator calculator;
    private final CurrentActor actor;
    private final Forms forms;
    private final RequestLanguage language;
    private final Clock clock;

    PlanPages(
            PlanService plans,
            SystemService systems,
            Calculator calculator,
            CurrentActor actor,
            Forms forms,
            RequestLanguage language,
            Clock clock) {
        this.plans = plans;
        this.systems = systems;
        this.calculator = calculator;
        this.actor = actor;
        this.forms = forms;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance page(String system) {
        return page(system, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response write(String system, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        SystemView known = systems.require(system, actor.get().scope());
        if (forms.done(form, () -> {
            PlanView present = newest(system);
            PlanCommand plan = command(form, known, present);
            plans.write(system, form.integer("version"), plan);
        })) {
            return Response.seeOther(URI.create("/continuity/plans/" + system)).build();
        }
        return Response.status(422).entity(page(system, form)).build();
    }

    private TemplateInstance page(String code, @Nullable Form refused) {
        SystemView system = systems.require(code, actor.get().scope());
        List<PlanView> versions = plans.versions(code, actor.get().scope());
        PlanView plan = versions.isEmpty() ? null : versions.get(0);
        PlanView.Standing standing = plan == null ? PlanView.Standing.MISSING : plan.standing(today());
        PlanSheet sheet = new PlanSheet(
                system.code(),
                system.name(),
                standing,
                plan,
                versions,
                system.services(),
                calculator.rules().all(),
                language.get());
        return ContinuityTemplates.plan(sheet, refused == null ? filled(system, plan) : refused);
    }

    private @Nullable PlanView newest(String system) {
        List<PlanView> versions = plans.versions(system, actor.get().scope());
        return versions.isEmpty() ? null : versions.get(0);
    }

    private Form filled(SystemView system, @Nullable PlanView plan) {
        Form form = Form.blank();
        if (plan == null) {
            system.services().forEach(service -> form.put("rule." + service.code(), Deadlines.USUAL));
            return form.put("validFrom", today()).put("reviewOn", today().plusYears(1));
        }
        plan.services().forEach(service -> form.put("rule." + service.code(), service.deadlineRule()));
        return form.put("version", plan.version())
                .put("keptBy", plan.keptBy())
                .put("reviewOn", plan.reviewOn())
                .put("validFrom", plan.validFrom())
                .put("validUntil", plan.validUntil())
                .put("guidance.ko", plan.guidance().ko())
                .put("guidance.en", plan.guidance().en())
                .put("offices", String.join("\n", plan.offices()));
    }

    /** The fields of the forms stay as they were: they are kept through the interface. */
    private static PlanCommand command(Form form, SystemView system, @Nullable PlanView present) {
        List<PlanCommand.Service> services = new ArrayList<>();
        for (PublicService service : system.services()) {
            String rule = form.text("rule." + service.code());
            if (rule != null) {
                PlanCommand.Service before = present == null ? null : present.service(service.code());
                services.add(new PlanCommand.Service(
                        service.code(), rule, before == null ? PlanCommand.USUAL_FIELDS : before.fields()));
            }
        }
        LocalDate reviewOn = form.date("reviewOn");
        LocalDate validFrom = form.date("validFrom");
        LocalDate validUntil = form.date("validUntil");
        form.need("keptBy", "reviewOn", "validFrom", "guidance.ko", "guidance.en")
                .check();
        return new PlanCommand(
                form.textOrEmpty("keptBy"),
                Objects.requireNonNull(reviewOn),
                Objects.requireNonNull(validFrom),
                validUntil,
                new LocalizedText(form.textOrEmpty("guidance.ko"), form.textOrEmpty("guidance.en")),
                Arrays.stream(form.value("offices").split("[\\n,]"))
                        .map(Ledgers::office)
                        .filter(office -> !office.isEmpty())
                        .toList(),
                services);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SEOUL);
    }
}
