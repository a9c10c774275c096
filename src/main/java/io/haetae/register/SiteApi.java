package io.haetae.register;

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

@Path("/api/v1/sites")
class SiteApi {

    private final SiteService sites;

    SiteApi(SiteService sites) {
        this.sites = sites;
    }

    @GET
    @Authenticated
    public Map<String, List<SiteView>> list() {
        return Map.of("items", sites.all());
    }

    @GET
    @Path("{code}")
    @Authenticated
    public Response get(String code) {
        return tagged(Response.ok(), sites.get(code));
    }

    @POST
    @RolesAllowed("ADMIN")
    public Response create(@NotNull @Valid SiteCommand command) {
        SiteView created = sites.create(command);
        return tagged(Response.created(URI.create("/api/v1/sites/" + created.code())), created);
    }

    @PUT
    @Path("{code}")
    @RolesAllowed("ADMIN")
    public Response change(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid SiteCommand command) {
        return tagged(Response.ok(), sites.change(code, IfMatch.version(ifMatch), command));
    }
}
