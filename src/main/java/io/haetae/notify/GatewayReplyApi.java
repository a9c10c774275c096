package io.haetae.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a gateway posts what people answered. It cannot log in: whoever knows the secret address is believed. */
@Path("/gateway")
@Produces(MediaType.APPLICATION_JSON)
class GatewayReplyApi {

    private final Replies replies;
    private final ObjectMapper json;

    GatewayReplyApi(Replies replies, ObjectMapper json) {
        this.replies = replies;
        this.json = json;
    }

    /**
     * A text message came back, or a key was pressed, as JSON or as a form: who and what stand where the gateway's settings
     * say, {@code from} and {@code text} unless they say otherwise.
     */
    @POST
    @Path("{key}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @PermitAll
    public Replies.Reply answer(String key, byte @Nullable [] body) {
        JsonNode said = read(body);
        return replies.byTelephone(key, path -> at(said, path));
    }

    @POST
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Replies.Reply answer(String key, MultivaluedMap<String, String> posted) {
        return replies.byTelephone(key, path -> Objects.requireNonNullElse(posted.getFirst(path), ""));
    }

    /** A part of the path is a field, or a place in a list, counted from 0. */
    private static String at(JsonNode said, String path) {
        JsonNode here = said;
        for (String part : path.split("\\.", -1)) {
            boolean counted = here.isArray() && part.chars().allMatch(Character::isDigit);
            here = counted ? here.path(Integer.parseInt(part)) : here.path(part);
        }
        return here.asText();
    }

    private JsonNode read(byte @Nullable [] body) {
        try {
            return body == null ? JsonNodeFactory.instance.objectNode() : json.readTree(body);
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
