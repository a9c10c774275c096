package io.haetae.web;

import io.haetae.identity.Login;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the proof in a request: session cookie, our own bearer token, or HTTP Basic. Others are left to OIDC. */
@ApplicationScoped
class HaetaeMechanism implements HttpAuthenticationMechanism {

    static final String COOKIE = "haetae_session";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Proof proof = proof(context);
        return proof == null ? Uni.createFrom().nullItem() : providers.authenticate(proof);
    }

    private static @Nullable Proof proof(RoutingContext context) {
        String address = context.request().remoteAddress().hostAddress();
        String authorization = context.request().getHeader("Authorization");
        if (authorization == null) {
            Cookie cookie = context.request().getCookie(COOKIE);
            return cookie == null ? null : new Proof(Proof.Kind.SESSION, "", cookie.getValue(), address);
        }
        String lower = authorization.toLowerCase(Locale.ROOT);
        if (lower.startsWith("bearer " + Login.TOKEN_PREFIX)) {
            return new Proof(Proof.Kind.TOKEN, "", authorization.substring(7).strip(), address);
        }
        return lower.startsWith("basic ") ? basic(authorization.substring(6).strip(), address) : null;
    }

    private static Proof basic(String encoded, String address) {
        String[] parts = {"", ""};
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            parts = (decoded + ":").split(":", 2);
        } catch (IllegalArgumentException e) {
            // not Base64: proves nothing, and is answered as a wrong password
            return new Proof(Proof.Kind.PASSWORD, "", "", address);
        }
        String secret = parts[1].isEmpty() ? "" : parts[1].substring(0, parts[1].length() - 1);
        return new Proof(Proof.Kind.PASSWORD, parts[0], secret, address);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Basic realm=\"Haetae\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Proof.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, COOKIE));
    }

    /** Before OIDC, which would claim every bearer token. */
    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 100;
    }
}
