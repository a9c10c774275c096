package io.haetae.web.demo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

@Path("/api/v1/demo")
class DemoApi {

    private final DemoService demo;
    private final DemoPassword password;

    DemoApi(DemoService demo, DemoPassword password) {
        this.demo = demo;
        this.password = password;
    }

    /** Loads the demonstration into an empty register; 409 otherwise. */
    @POST
    @RolesAllowed("ADMIN")
    public Response load() {
        DemoReport loaded = demo.load(password.next(), !password.isConfigured());
        return Response.created(URI.create("/api/v1/systems")).entity(loaded).build();
    }
}
