package io.haetae.web;

import io.haetae.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites from acting with a reader's session or password: an unsafe request that a browser marks as coming
 * from elsewhere is refused, whatever proved the caller, because browsers replay Basic too. A program sends neither
 * header and passes. Bodies beyond the limit are refused before they are read.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 10)
class OriginFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final WebConfig config;

    OriginFilter(WebConfig config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        if (!ownOrigin(request)) {
            throw new Refusal(WebError.FOREIGN_ORIGIN);
        }
        long limit = request.getUriInfo().getPath().endsWith("/import") ? config.importLimit() : config.bodyLimit();
        if (request.getLength() > limit) {
            throw new Refusal(WebError.TOO_LARGE, Map.of("limit", limit));
        }
    }

    private boolean ownOrigin(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITE.contains(site);
        }
        String origin = request.getHeaderString("Origin");
        if (origin == null) {
            return true;
        }
        String host = Optional.ofNullable(request.getHeaderString("Host")).orElse("");
        return origin.equals(config.publicUrl().map(URI::toString).orElse("")) || origin.endsWith("://" + host);
    }
}
