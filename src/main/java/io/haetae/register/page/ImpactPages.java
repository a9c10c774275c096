package io.haetae.register.page;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Scope;
import io.haetae.register.DependencyService;
import io.haetae.register.DependencySheet;
import io.haetae.register.ImpactService;
import io.haetae.register.Loss;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is lost with a system, as a picture and as a table, and the way back. */
@Path("/systems/{code}/impact")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ImpactPages {

    private final ImpactService impact;
    private final SystemService systems;
    private final DependencyService dependencies;
    private final CurrentActor actor;

    ImpactPages(ImpactService impact, SystemService systems, DependencyService dependencies, CurrentActor actor) {
        this.impact = impact;
        this.systems = systems;
        this.dependencies = dependencies;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public TemplateInstance show(
            String code, @QueryParam("hops") @Nullable String hops, @QueryParam("all") @Nullable String all) {
        Form asked = Form.blank().put("hops", hops);
        int steps = Math.min(LossSheet.FARTHEST, Math.max(1, Objects.requireNonNullElse(asked.integer("hops"), 1)));
        asked.check();
        Scope scope = actor.get().scope();
        SystemView system = systems.require(code, scope);
        DependencySheet sheet = dependencies.of(code, null, scope);
        Loss loss = impact.ofSystem(code, scope);
        return RegisterTemplates.impact(new LossSheet(
                system.name(),
                "/systems/" + code,
                loss,
                Graph.of(code, system.systemGrade(), sheet, loss, steps),
                sheet.items(),
                steps,
                all == null ? "?all=true&hops=" + steps : ""));
    }
}
