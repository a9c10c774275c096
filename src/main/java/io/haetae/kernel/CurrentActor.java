package io.haetae.kernel;

import jakarta.enterprise.context.RequestScoped;

/** The actor of this request. The web edge sets it after log-in; without one it is the service itself. */
@RequestScoped
public class CurrentActor {

    private Actor actor = Actor.SYSTEM;

    /** Who acts now. */
    public Actor get() {
        return actor;
    }

    /** Called by the web edge, once the request is authenticated. */
    public void set(Actor authenticated) {
        actor = authenticated;
    }

    /** Refuses unless the actor holds one of the roles. */
    public Actor require(Role... anyOf) {
        if (!actor.hasAny(anyOf)) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        return actor;
    }
}
