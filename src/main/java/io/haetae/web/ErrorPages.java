package io.haetae.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Decides whether a failed request came from a person with a browser, and answers people with pages. */
@RequestScoped
class ErrorPages {

    private final UriInfo uri;
    private final HttpHeaders headers;
    private final PageTemplates templates;

    ErrorPages(UriInfo uri, HttpHeaders headers, PageTemplates templates) {
        this.uri = uri;
        this.headers = headers;
        this.templates = templates;
    }

    /** The log-in page for a person who is not logged in, else the other answer. */
    Response loginOr(Supplier<Response> other) {
        if (!forPeople()) {
            return other.get();
        }
        String next = URLEncoder.encode(uri.getRequestUri().getPath(), StandardCharsets.UTF_8);
        return Response.seeOther(URI.create("/login?next=" + next)).build();
    }

    /** The problem as a page for a person, else the other answer. */
    Response pageOr(Problem problem, Supplier<Response> other) {
        if (!forPeople()) {
            return other.get();
        }
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(templates.error(problem))
                .build();
    }

    private boolean forPeople() {
        String path = uri.getPath();
        boolean program = path.startsWith("/api/") || path.startsWith("/q/") || path.startsWith("/status/");
        return !program && headers.getHeaderString("Authorization") == null;
    }
}
