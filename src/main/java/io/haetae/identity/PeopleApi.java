package io.haetae.identity;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Refusal;
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

@Path("/api/v1/people")
class PeopleApi {

    private final PeopleService people;
    private final CurrentActor actor;

    PeopleApi(PeopleService people, CurrentActor actor) {
        this.people = people;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({"ADMIN", "AUDITOR"})
    public Map<String, List<PersonView>> list() {
        return Map.of("items", people.list());
    }

    @GET
    @Path("me")
    @Authenticated
    public PersonView me() {
        return people.findByUsername(actor.get().username()).orElseThrow(Refusal::notFound);
    }

    @GET
    @Path("{username}")
    @RolesAllowed({"ADMIN", "AUDITOR"})
    public Response get(String username) {
        return tagged(Response.ok(), people.findByUsername(username).orElseThrow(Refusal::notFound));
    }

    @POST
    @RolesAllowed("ADMIN")
    public Response create(@NotNull @Valid PersonCommand command) {
        PersonView created = people.create(command);
        return tagged(Response.created(URI.create("/api/v1/people/" + created.username())), created);
    }

    @PUT
    @Path("{username}")
    @RolesAllowed("ADMIN")
    public Response change(
            String username, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid PersonChange change) {
        return tagged(Response.ok(), people.change(username, IfMatch.version(ifMatch), change));
    }

    @PUT
    @Path("{username}/password")
    @Authenticated
    public void changePassword(String username, @NotNull @Valid PasswordChange change) {
        people.changePassword(username, change);
    }
}
