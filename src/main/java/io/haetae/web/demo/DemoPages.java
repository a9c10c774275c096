package io.haetae.web.demo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The button of an empty register. */
@Path("/demo")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DemoPages {

    private final DemoService demo;
    private final DemoPassword password;

    DemoPages(DemoService demo, DemoPassword password) {
        this.demo = demo;
        this.password = password;
    }

    @CheckedTemplate(basePath = "demo")
    static class Templates {
        static native TemplateInstance loaded(DemoReport report);
    }

    /** Answers with the page itself and no redirect: the password is shown once and stored nowhere. */
    @POST
    @RolesAllowed("ADMIN")
    public TemplateInstance load() {
        return Templates.loaded(demo.load(password.next(), !password.isConfigured()));
    }
}
