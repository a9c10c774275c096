package io.haetae.grading.consolidation;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Use and performance of one system, year by year. */
@Path("/api/v1/systems/{code}/use")
class UseApi {

    private final UseService use;

    UseApi(UseService use) {
        this.use = use;
    }

    @GET
    @Authenticated
    @Operation(summary = "Users, transactions, cost, satisfaction, response and availability of the last five years")
    public UseSheet of(String code) {
        return use.of(code);
    }

    @PUT
    @Path("{year}")
    @RolesAllowed({"OFFICER", "OPERATOR"})
    @Operation(summary = "Says how a year was, with source and day; what is left out is unknown")
    public UseSheet state(String code, int year, @NotNull @Valid UseStatement said) {
        return use.state(code, year, said);
    }
}
