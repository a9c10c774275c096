package io.haetae.web;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells the rooms who acts. */
@Provider
@Priority(Priorities.AUTHENTICATION + 10)
class EdgeFilter implements ContainerRequestFilter {

    private final SecurityIdentity identity;
    private final CurrentActor actor;

    EdgeFilter(SecurityIdentity identity, CurrentActor actor) {
        this.identity = identity;
        this.actor = actor;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Actor proven = identity.getAttribute(ProofProvider.ACTOR);
        if (proven != null) {
            actor.set(proven);
        }
    }
}
