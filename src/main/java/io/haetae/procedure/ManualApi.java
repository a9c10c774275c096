package io.haetae.procedure;

import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/manuals")
class ManualApi {

    private final ManualVersionService manuals;

    ManualApi(ManualVersionService manuals) {
        this.manuals = manuals;
    }

    @GET
    @Authenticated
    public Page<ManualRow> list(@QueryParam("kind") @Nullable String kind) {
        return new Page<>(manuals.list(kind), null);
    }

    @GET
    @Path("{folder}/{manual}")
    @Authenticated
    public ManualView get(String folder, String manual) {
        return manuals.get(folder, manual);
    }

    @GET
    @Path("{folder}/{manual}/versions/{version}")
    @Authenticated
    public ManualView get(String folder, String manual, String version) {
        return manuals.get(new ManualRef(folder, manual, version));
    }

    @PUT
    @Path("{folder}/{manual}/versions/{version}/activation")
    @RolesAllowed("ADMIN")
    public ManualView activate(String folder, String manual, String version, @NotNull @Valid ManualActivation command) {
        return manuals.activate(new ManualRef(folder, manual, version), command);
    }
}
