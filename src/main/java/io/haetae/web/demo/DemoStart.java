package io.haetae.web.demo;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import org.jboss.logging.Logger;

/** Loads the demonstration at start when {@code HAETAE_DEMO} asks for it and the register is empty. */
@ApplicationScoped
class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class);

    private final DemoConfig config;
    private final DemoService demo;
    private final DemoPassword password;
    private final CurrentActor actor;

    DemoStart(DemoConfig config, DemoService demo, DemoPassword password, CurrentActor actor) {
        this.config = config;
        this.demo = demo;
        this.password = password;
        this.actor = actor;
    }

    /** After the first administrator is made. */
    @ActivateRequestContext
    void onStart(@Observes @Priority(Interceptor.Priority.APPLICATION + 100) StartupEvent event) {
        if (!config.atStart() || !demo.isPossible()) {
            return;
        }
        Actor system = Actor.SYSTEM;
        actor.set(new Actor(
                system.id(), system.username(), system.name(), system.institution(), Set.of(Role.ADMIN), Scope.ALL));
        try {
            DemoReport loaded = demo.load(password.next(), !password.isConfigured());
            LOG.infof("Demonstration loaded: %d systems", loaded.systems());
            tellOnce(loaded);
        } catch (Refusal another) {
            LOG.info("Demonstration not loaded: another replica has just done it");
        }
    }

    @SuppressWarnings("SystemOut") // on purpose: this secret must not reach the log
    private static void tellOnce(DemoReport loaded) {
        if (loaded.password() != null) {
            System.out.println("Haetae demonstration. Accounts such as operator.nirs, cio.mois, grade.mois, situation"
                    + "  password: " + loaded.password() + "  (shown only now)");
        }
    }
}
