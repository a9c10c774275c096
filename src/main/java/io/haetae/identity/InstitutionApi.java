package io.haetae.identity;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/institutions")
class InstitutionApi {

    private final InstitutionService institutions;
    private final InstitutionChangeService changes;

    InstitutionApi(InstitutionService institutions, InstitutionChangeService changes) {
        this.institutions = institutions;
        this.changes = changes;
    }

    /**
     * All of them, or those that words find under any name or code they ever had, or one with those below it.
     *
     * @param asOf a day, or a time with its offset: the institutions and the tree as they were then
     */
    @GET
    @Authenticated
    public Map<String, List<InstitutionView>> list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("under") @Nullable String under,
            @QueryParam("asOf") @Nullable String asOf) {
        return Map.of("items", institutions.list(q, under, day(asOf)));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                    : InstitutionRows.day(
                            OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeParseException e) {
            throw Refusal.fields(List.of(FieldError.of("/asOf", "not-a-date", text)));
        }
    }

    /** Its states, each with the day from which it held, and what was decided about it. */
    @GET
    @Path("{code}/lineage")
    @Authenticated
    public InstitutionChangeService.Lineage lineage(String code) {
        return changes.lineage(code);
    }

    /** Renames it, moves it in the tree, or lets it take the place of others; at once, or from a coming day by itself. */
    @POST
    @Path("{code}/changes")
    @RolesAllowed("ADMIN")
    public Response change(String code, @NotNull @Valid InstitutionChangeCommand command) {
        InstitutionChangeView recorded = changes.record(code, command);
        return Response.created(URI.create("/api/v1/institutions/" + code + "/lineage"))
                .entity(recorded)
                .build();
    }

    /** Withdraws a change whose day has not come. */
    @DELETE
    @Path("{code}/changes/{id}")
    @RolesAllowed("ADMIN")
    public InstitutionChangeView withdraw(String code, UUID id) {
        return changes.withdraw(code, id);
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
