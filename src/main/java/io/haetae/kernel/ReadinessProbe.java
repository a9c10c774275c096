package io.haetae.kernel;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jboss.logging.Logger;

/** Shows what the rooms' own looks found: at start in the log, and at {@code /q/health/ready} whenever asked. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class ReadinessProbe implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ReadinessProbe.class);

    private final List<Readiness> looks;

    ReadinessProbe(@All List<Readiness> looks) {
        this.looks = looks;
    }

    void logAtStart(@Observes StartupEvent start) {
        for (Readiness.Finding finding : findings()) {
            LOG.log(finding.severe() ? Logger.Level.ERROR : Logger.Level.WARN, finding.what());
        }
    }

    @Override
    public HealthCheckResponse call() {
        List<Readiness.Finding> findings = findings();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("haetae");
        int n = 0;
        for (Readiness.Finding finding : findings) {
            n++;
            response.withData((finding.severe() ? "severe-" : "warning-") + n, finding.what());
        }
        return response.status(findings.stream().noneMatch(Readiness.Finding::severe))
                .build();
    }

    private List<Readiness.Finding> findings() {
        return looks.stream().flatMap(look -> look.look().stream()).toList();
    }
}
