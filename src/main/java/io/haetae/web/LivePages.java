package io.haetae.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** The stream that open pages listen to. */
@Path("/live")
class LivePages {

    /** A stream ends after this long; the browser asks again and proves anew who it is. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** A sign of life, so that proxies keep the line and a dropped one is noticed. */
    private static final Duration BEAT = Duration.ofSeconds(20);

    private final LiveEvents events;

    LivePages(LiveEvents events) {
        this.events = events;
    }

    @GET
    @Authenticated
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> listen(@Context Sse sse) {
        Multi<OutboundSseEvent> changes = events.changes().map(number -> event(sse, "changed", String.valueOf(number)));
        Multi<OutboundSseEvent> beats =
                Multi.createFrom().ticks().every(BEAT).onOverflow().drop().map(tick -> event(sse, "beat", ""));
        return Multi.createBy().merging().streams(changes, beats).select().first(LIFE);
    }

    private static OutboundSseEvent event(Sse sse, String name, String data) {
        return sse.newEventBuilder().name(name).data(String.class, data).build();
    }
}
