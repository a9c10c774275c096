package io.haetae.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The acting person's own contact addresses. */
@Path("/api/v1/contacts")
@RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
class ContactApi {

    private final ContactService contacts;

    ContactApi(ContactService contacts) {
        this.contacts = contacts;
    }

    @GET
    public Map<String, List<ContactView>> list() {
        return Map.of("items", contacts.mine());
    }

    @POST
    public Response add(@NotNull @Valid NewContact command) {
        ContactView added = contacts.add(command);
        return Response.created(URI.create("/api/v1/contacts/" + added.id()))
                .entity(added)
                .build();
    }

    /** Sends a new code. */
    @POST
    @Path("{id}/codes")
    public void sendCode(UUID id) {
        contacts.sendCode(id);
    }

    @PUT
    @Path("{id}/verification")
    public ContactView verify(UUID id, @NotNull @Valid ContactCode code) {
        return contacts.verify(id, code);
    }

    @DELETE
    @Path("{id}")
    public void end(UUID id) {
        contacts.end(id);
    }
}
