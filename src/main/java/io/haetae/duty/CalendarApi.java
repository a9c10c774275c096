package io.haetae.duty;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Shifts for calendar programmes, which cannot log in: whoever knows the secret address may read. */
@Path("/calendar")
class CalendarApi {

    private final FeedService feeds;

    CalendarApi(FeedService feeds) {
        this.feeds = feeds;
    }

    @GET
    @Path("{secret}")
    @PermitAll
    public Response calendar(String secret) {
        return Response.ok(feeds.calendar(secret), "text/calendar; charset=utf-8")
                .header("Cache-Control", "private, max-age=900")
                .build();
    }
}
