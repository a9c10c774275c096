package io.haetae.web;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Makes a POST safe to send again: the answer to the first request with an {@code Idempotency-Key} is the answer to
 * every further one with the same key, person, path and body. Answers that show a secret once are not kept; neither are
 * failures of ours, so that those can be tried again.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 20)
class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "Idempotency-Key";
    /** Paths whose answers show a secret this once. */
    private static final List<String> SECRET_ONCE =
            List.of("/tokens", "/keys", "/endpoints", "/gateways", "/duty/feed", "/demo");

    private static final int LONGEST = 255;
    private static final String CLAIM = IdempotencyFilter.class.getName();

    private final IdempotencyKeys keys;
    private final CurrentActor actor;

    IdempotencyFilter(IdempotencyKeys keys, CurrentActor actor) {
        this.keys = keys;
        this.actor = actor;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        Actor who = actor.get();
        if (key == null || key.isBlank() || !"POST".equals(request.getMethod()) || who.isSystem()) {
            return;
        }
        if (key.length() > LONGEST) {
            throw new Refusal(WebError.KEY_TOO_LONG);
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String path = request.getUriInfo().getRequestUri().getRawPath();
        IdempotencyKeys.Claim claim =
                new IdempotencyKeys.Claim(who.id(), key.strip(), path, IdempotencyKeys.hash(body));
        Optional<IdempotencyKeys.Kept> first = keys.claim(claim);
        if (first.isEmpty()) {
            request.setProperty(CLAIM, claim);
            return;
        }
        IdempotencyKeys.Kept kept = first.get();
        if (!kept.sameRequest(claim)) {
            throw new Refusal(WebError.KEY_REUSED);
        }
        if (kept.status() == null) {
            throw new Refusal(WebError.KEY_IN_USE);
        }
        Response.ResponseBuilder again = Response.status(kept.status()).header("Idempotent-Replayed", "true");
        if (kept.location() != null) {
            again.header("Location", kept.location());
        }
        if (kept.body() != null) {
            again.type(MediaType.APPLICATION_JSON_TYPE).entity(kept.body());
        }
        request.abortWith(again.build());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIM) instanceof IdempotencyKeys.Claim claim)) {
            return;
        }
        int status = response.getStatus();
        boolean secret = SECRET_ONCE.stream().anyMatch(claim.path()::endsWith);
        if (status >= 500 || status == 401 || status == 403) {
            keys.release(claim);
        } else if (secret) {
            keys.answered(claim, status, null, null);
        } else {
            keys.answered(claim, status, response.getHeaderString("Location"), response.getEntity());
        }
    }
}
