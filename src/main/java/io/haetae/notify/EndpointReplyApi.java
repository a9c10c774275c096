package io.haetae.notify;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an endpoint says that somebody there has a message. It cannot log in: its signature proves it. */
@Path("/endpoints")
@Produces(MediaType.APPLICATION_JSON)
class EndpointReplyApi {

    private final Replies replies;

    EndpointReplyApi(Replies replies) {
        this.replies = replies;
    }

    /** {@code {"delivery": "…"}} with the same signature header that our messages to it carry. */
    @POST
    @Path("{endpoint}/replies")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public Replies.Reply reply(
            UUID endpoint, @HeaderParam(Signature.HEADER) @Nullable String signature, byte @Nullable [] body) {
        return replies.byEndpoint(endpoint, signature, body == null ? new byte[0] : body);
    }
}
