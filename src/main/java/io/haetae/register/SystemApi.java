package io.haetae.register;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Page;
import io.haetae.kernel.Scope;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/systems")
class SystemApi {

    private final SystemService systems;
    private final SystemEditService edits;
    private final DependencyService dependencies;
    private final CurrentActor actor;

    SystemApi(SystemService systems, SystemEditService edits, DependencyService dependencies, CurrentActor actor) {
        this.systems = systems;
        this.edits = edits;
        this.dependencies = dependencies;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Response list(@Valid @BeanParam SystemQuery query) {
        Page<SystemEntry> page = systems.list(query.filter(), scope(), Page.limit(query.limit), query.cursor);
        return Response.ok(page).build();
    }

    @POST
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response create(@NotNull @Valid SystemCommand command) {
        SystemView created = edits.create(command);
        return tagged(Response.created(URI.create("/api/v1/systems/" + created.code())), created);
    }

    @GET
    @Path("{code}")
    @Authenticated
    public Response get(String code, @QueryParam("asOf") @Nullable String asOf) {
        SystemEntry found = systems.get(code, SystemQuery.instant(asOf), scope());
        return found instanceof SystemView whole
                ? tagged(Response.ok(), whole)
                : Response.ok(found).build();
    }

    @PUT
    @Path("{code}")
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response change(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid SystemCommand command) {
        return tagged(Response.ok(), edits.change(code, IfMatch.version(ifMatch), command));
    }

    @GET
    @Path("{code}/history")
    @Authenticated
    public Response history(String code, @Valid @BeanParam SystemQuery query) {
        return Response.ok(systems.history(code, scope(), Page.limit(query.limit), query.cursor))
                .build();
    }

    @GET
    @Path("{code}/dependencies")
    @Authenticated
    public Response dependencies(String code, @QueryParam("asOf") @Nullable String asOf) {
        return tagged(Response.ok(), dependencies.of(code, SystemQuery.instant(asOf), scope()));
    }

    @PUT
    @Path("{code}/dependencies")
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response replaceDependencies(
            String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull List<@NotNull @Valid DependencyCommand> wanted) {
        // The list is replaced as a whole, so the header is honoured but, unlike on the system, not demanded.
        Integer edited = ifMatch == null ? null : IfMatch.version(ifMatch);
        return tagged(Response.ok(), dependencies.replace(code, edited, wanted));
    }

    private Scope scope() {
        return actor.get().scope();
    }
}
