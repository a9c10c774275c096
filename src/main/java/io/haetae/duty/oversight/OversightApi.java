package io.haetae.duty.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/api/v1/oversight")
class OversightApi {

    private final OversightService oversight;

    OversightApi(OversightService oversight) {
        this.oversight = oversight;
    }

    /** What is past its time without action, found by a check of its own. */
    @GET
    @RolesAllowed({"SITUATION", "ADMIN", "AUDITOR"})
    public Oversight read() {
        return oversight.read();
    }
}
