package io.haetae.notify;

import io.haetae.kernel.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Escalation needs two independent channels: the inbox falls with this service. */
@ApplicationScoped
class NotifyReadiness implements Readiness {

    private final Endpoints endpoints;
    private final NotifyConfig config;

    NotifyReadiness(Endpoints endpoints, NotifyConfig config) {
        this.endpoints = endpoints;
        this.config = config;
    }

    @Override
    @Transactional
    public List<Finding> look() {
        return config.mail().enabled() || endpoints.count("endedAt is null") > 0
                ? List.of()
                : List.of(new Finding(
                        false,
                        "No second channel is configured (mail, webhook or relay): people are reached in this"
                                + " service only."));
    }
}
