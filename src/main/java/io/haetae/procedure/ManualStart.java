package io.haetae.procedure;

import io.haetae.kernel.Readiness;
import io.haetae.kernel.YamlProblem;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.jboss.logging.Logger;

/** Loads the manuals when the service starts and keeps saying what it refused. */
@ApplicationScoped
class ManualStart implements Readiness {

    private static final Logger LOG = Logger.getLogger(ManualStart.class);

    private final ManualLoadService loading;
    private volatile List<YamlProblem> problems = List.of();

    ManualStart(ManualLoadService loading) {
        this.loading = loading;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
        problems = List.copyOf(loading.load());
        problems.forEach(problem -> LOG.errorf("manual refused, what is in force stays: %s", problem));
    }

    @Override
    public List<Finding> look() {
        return problems.stream()
                .map(problem -> new Finding(false, "Manual refused: " + problem))
                .toList();
    }
}
