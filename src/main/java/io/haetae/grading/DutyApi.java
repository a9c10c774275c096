package io.haetae.grading;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the grade of a system obliges to. */
@Path("/api/v1/systems/{code}/duties")
class DutyApi {

    private final DutyService duties;
    private final Clock clock;

    DutyApi(DutyService duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Operation(summary = "Duties of the system's grade, each met, not met or unknown; availability of a month")
    public DutyView of(String code, @QueryParam("month") @Nullable String month) {
        return duties.of(code, Months.read("/month", month, clock.instant()));
    }

    @PUT
    @Path("{duty}")
    @RolesAllowed({"OFFICER", "OPERATOR"})
    @Operation(summary = "Says whether a duty is met, or when it was done last, with evidence")
    public DutyView state(String code, String duty, @NotNull @Valid DutyStatement said) {
        return duties.state(code, duty, said);
    }
}
