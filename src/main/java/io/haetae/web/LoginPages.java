package io.haetae.web;

import io.haetae.identity.Login;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Path("/")
@Produces(MediaType.TEXT_HTML)
class LoginPages {

    /** Where the provider of single sign-on sends people back to. */
    static final String SINGLE_SIGN_ON = "/login/sso";

    private final Login login;
    private final PageTemplates templates;
    private final Problems problems;
    private final WebConfig config;
    private final CurrentActor current;

    LoginPages(Login login, PageTemplates templates, Problems problems, WebConfig config, CurrentActor current) {
        this.login = login;
        this.templates = templates;
        this.problems = problems;
        this.config = config;
        this.current = current;
    }

    @GET
    @Path("login")
    @PermitAll
    public TemplateInstance form(@QueryParam("next") @Nullable String next) {
        return templates.login("", LocalPath.orHome(next).toString(), "");
    }

    @POST
    @Path("login")
    @PermitAll
    public Response enter(
            @FormParam("username") @Nullable String username,
            @FormParam("password") @Nullable String password,
            @FormParam("next") @Nullable String next,
            HttpServerRequest request) {
        String name = Objects.requireNonNullElse(username, "").strip();
        try {
            Actor actor = login.password(
                    name,
                    Objects.requireNonNullElse(password, ""),
                    request.remoteAddress().hostAddress());
            return entered(actor, next);
        } catch (Refusal refused) {
            return Response.status(Problems.status(refused.error().kind()))
                    .entity(templates.login(
                            name,
                            LocalPath.orHome(next).toString(),
                            problems.of(refused).detail()))
                    .build();
        }
    }

    /**
     * Log-in by the single sign-on that is configured: the provider proves the name, then a session of our own begins, so
     * that leaving and switching a person off work as for everybody else.
     */
    @GET
    @Path("login/sso")
    @Authenticated
    @AuthorizationCodeFlow
    public Response singleSignOn(@QueryParam("next") @Nullable String next) {
        return entered(current.get(), next);
    }

    @POST
    @Path("logout")
    @Authenticated
    public Response leave(@CookieParam(HaetaeMechanism.COOKIE) @Nullable String secret) {
        if (secret != null) {
            login.close(secret);
        }
        return Response.seeOther(URI.create("/login")).cookie(cookie("", 0)).build();
    }

    private Response entered(Actor actor, @Nullable String next) {
        Login.Session session = login.open(actor);
        return Response.seeOther(LocalPath.orHome(next))
                .cookie(cookie(session.secret(), (int) Login.IDLE.toSeconds()))
                .build();
    }

    private NewCookie cookie(String value, int seconds) {
        boolean https =
                config.publicUrl().map(url -> "https".equals(url.getScheme())).orElse(false);
        return new NewCookie.Builder(HaetaeMechanism.COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(https)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
