package io.haetae.grading.designation;

import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Which systems are 주요 정보시스템, and which are due for a decision. */
@Path("/api/v1/designations")
class DesignationListApi {

    private final DesignationService designations;

    DesignationListApi(DesignationService designations) {
        this.designations = designations;
    }

    /** Those that are designated and those whose grade speaks for or against it, with the reason. */
    @GET
    @Authenticated
    public Response list(
            @QueryParam("standing") DesignationRow.@Nullable Standing standing,
            @QueryParam("institution") @Nullable String institution,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String owner = institution == null || institution.isBlank() ? null : institution.strip();
        Page<DesignationRow> page = designations.list(standing, owner, Page.limit(limit), cursor);
        return Response.ok(page).build();
    }
}
