package io.haetae.web;

import io.haetae.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Keeps other sites from acting with a reader's session or password: an unsafe request that a browser marks as coming
 * from elsewhere is refused, whatever proved the caller, because browsers replay Basic too. A program sends neither
 * header and passes. Bodies beyond the limit, or of a kind nobody reads, are refused before they are read.
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
        if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
            throw new Refusal(WebError.MALFORMED); // a NUL names nothing, and the database takes no such text
        }
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        if (!ownOrigin(request)) {
            throw new Refusal(WebError.FOREIGN_ORIGIN);
        }
        long limit = config.limit(request.getUriInfo().getPath());
        if (request.getLength() > limit) {
            throw new Refusal(WebError.TOO_LARGE, Map.of("limit", limit));
        }
        if (isForeignType(request)) {
            throw new NotSupportedException();
        }
    }

    /**
     * The interface speaks JSON. A reader of plain text would make a command of one text by itself, and a form of another
     * site may send plain text without asking. Imports say themselves what they take.
     */
    private static boolean isForeignType(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean empty = request.getLength() <= 0 && request.getHeaderString("Transfer-Encoding") == null;
        boolean brings = path.endsWith("/import") || path.endsWith("/systems/imports");
        if (!path.startsWith("/api/") || brings || empty) {
            return false;
        }
        MediaType type = request.getMediaType();
        return type == null
                || !type.getSubtype().equals("json") && !type.getSubtype().endsWith("+json");
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
        // not the Host header: HTTP/2 has none
        String host = request.getUriInfo().getRequestUri().getRawAuthority();
        return origin.equals(config.publicUrl().map(URI::toString).orElse("")) || origin.endsWith("://" + host);
    }
}
