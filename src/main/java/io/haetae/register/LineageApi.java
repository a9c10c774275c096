package io.haetae.register;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of systems, and how the register differs between two times. */
@Path("/api/v1/systems")
class LineageApi {

    private final SuccessionService successions;
    private final RegisterChangeService changes;
    private final CurrentActor actor;
    private final Clock clock;

    LineageApi(SuccessionService successions, RegisterChangeService changes, CurrentActor actor, Clock clock) {
        this.successions = successions;
        this.changes = changes;
        this.actor = actor;
        this.clock = clock;
    }

    /** Another code of a system. */
    record Alias(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Za-z0-9._-]{0,39}")
            String code) {}

    /** Splits, merges or retires systems. */
    @POST
    @Path("successions")
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response succeed(@NotNull @Valid SuccessionCommand command) {
        SuccessionView made = successions.succeed(command);
        URI lineage = URI.create("/api/v1/systems/" + command.former().get(0) + "/lineage");
        return Response.created(lineage).entity(made).build();
    }

    @GET
    @Path("{code}/lineage")
    @Authenticated
    public Lineage lineage(String code) {
        return successions.lineage(code);
    }

    /** Lets a system be known under another code too. */
    @POST
    @Path("{code}/aliases")
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response alias(String code, @NotNull @Valid Alias alias) {
        Lineage now = successions.alias(code, alias.code());
        return Response.created(URI.create("/api/v1/systems/" + code + "/lineage"))
                .entity(now)
                .build();
    }

    /** What differs between two times; the second is now when absent. */
    @GET
    @Path("changes")
    @Authenticated
    public Response changes(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Instant begin = SystemQuery.instant(from, "/from");
        if (begin == null) {
            throw Refusal.fields(List.of(FieldError.of("/from", "required")));
        }
        Instant end = Objects.requireNonNullElseGet(SystemQuery.instant(to, "/to"), clock::instant);
        RegisterChanges found = changes.between(begin, end, actor.get().scope(), Page.limit(limit), cursor);
        return Response.ok(found).build();
    }
}
