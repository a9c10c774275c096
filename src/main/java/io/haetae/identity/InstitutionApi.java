package io.haetae.identity;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.IfMatch;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/institutions")
class InstitutionApi {

    private final InstitutionService institutions;

    InstitutionApi(InstitutionService institutions) {
        this.institutions = institutions;
    }

    @GET
    @Authenticated
    public Map<String, List<InstitutionView>> list() {
        return Map.of("items", institutions.list());
    }

    @GET
    @Path("{code}")
    @Authenticated
    public Response get(String code) {
        return tagged(Response.ok(), institutions.get(code));
    }

    @POST
    @RolesAllowed("ADMIN")
    public Response create(@NotNull @Valid InstitutionCommand command) {
        InstitutionView created = institutions.create(command);
        return tagged(Response.created(URI.create("/api/v1/institutions/" + created.code())), created);
    }

    @PUT
    @Path("{code}")
    @RolesAllowed("ADMIN")
    public Response change(
            String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid InstitutionCommand command) {
        return tagged(Response.ok(), institutions.change(code, IfMatch.version(ifMatch), command));
    }
}
