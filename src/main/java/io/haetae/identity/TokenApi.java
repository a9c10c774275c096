package io.haetae.identity;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Path("/api/v1/tokens")
@Authenticated
class TokenApi {

    private final TokenService tokens;

    TokenApi(TokenService tokens) {
        this.tokens = tokens;
    }

    @GET
    public Map<String, List<TokenService.TokenView>> list() {
        return Map.of("items", tokens.own());
    }

    @POST
    public Response create(@NotNull @Valid TokenService.TokenCommand command) {
        TokenService.NewToken created = tokens.create(command);
        return Response.created(URI.create("/api/v1/tokens/" + created.id()))
                .entity(created)
                .build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(UUID id) {
        tokens.revoke(id);
    }
}
