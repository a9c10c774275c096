package io.haetae.grading.designation;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Whether a system is a 주요 정보시스템, since when and on what basis. */
@Path("/api/v1/systems/{code}/designation")
class DesignationApi {

    private final DesignationService designations;

    DesignationApi(DesignationService designations) {
        this.designations = designations;
    }

    /** Whether a system is one, and every designation and revocation of it. */
    @GET
    @Authenticated
    public Designation.Standing get(String code) {
        return designations.of(code);
    }

    /** Designates a system; only the ministry that the law names does. */
    @PUT
    @RolesAllowed("AUTHORITY")
    public Designation.Standing designate(String code, @NotNull @Valid DesignationCommand command) {
        return designations.designate(code, command);
    }

    /** Revokes the designation. */
    @DELETE
    @RolesAllowed("AUTHORITY")
    public Designation.Standing revoke(String code, @NotNull @Valid DesignationCommand command) {
        return designations.revoke(code, command);
    }
}
