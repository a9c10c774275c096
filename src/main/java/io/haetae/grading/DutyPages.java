package io.haetae.grading;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** 등급별 의무: of one system. */
@Path("/systems/{code}/duties")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DutyPages {

    private final DutyService duties;
    private final SystemService systems;
    private final CurrentActor actor;
    private final Forms forms;
    private final Clock clock;

    DutyPages(DutyService duties, SystemService systems, CurrentActor actor, Forms forms, Clock clock) {
        this.duties = duties;
        this.systems = systems;
        this.actor = actor;
        this.forms = forms;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance show(String code, @QueryParam("month") @Nullable String month) {
        Form asked = Form.blank().put("month", month);
        return page(code, Months.read("/month", month, clock.instant()).toString(), asked, "", Form.blank());
    }

    @POST
    @Path("{duty}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OFFICER", "OPERATOR"})
    public Response state(String code, String duty, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        boolean done = forms.done(form, () -> {
            String met = form.text("met");
            DutyStatement said = new DutyStatement(
                    met == null ? null : met.equals("true"), form.date("doneOn"), form.textOrEmpty("evidence"));
            form.need("evidence");
            duties.state(code, duty, forms.checked(form, said));
        });
        if (done) {
            return Response.seeOther(URI.create("/systems/" + code + "/duties")).build();
        }
        String month = Months.read("/month", null, clock.instant()).toString();
        return Response.status(422)
                .entity(page(code, month, Form.blank(), duty, form))
                .build();
    }

    private TemplateInstance page(String code, String month, Form asked, String stated, Form form) {
        SystemView system = systems.require(code, actor.get().scope());
        DutyView view = duties.of(code, Months.read("/month", month, clock.instant()));
        return GradingTemplates.duties(system, view, asked.put("month", month), stated, form);
    }
}
