package io.haetae.web;

import io.haetae.identity.Login;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns a proof into an identity that carries the {@link Actor}. */
@ApplicationScoped
class ProofProvider implements IdentityProvider<Proof> {

    static final String ACTOR = "haetae.actor";

    private final Login login;

    ProofProvider(Login login) {
        this.login = login;
    }

    @Override
    public Class<Proof> getRequestType() {
        return Proof.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Proof proof, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(actor(proof)));
    }

    private Actor actor(Proof proof) {
        try {
            return switch (proof.kind()) {
                case SESSION -> login.session(proof.secret()).orElseThrow(AuthenticationFailedException::new);
                case TOKEN -> login.token(proof.secret()).orElseThrow(AuthenticationFailedException::new);
                case PASSWORD -> login.password(proof.name(), proof.secret(), proof.address());
            };
        } catch (Refusal refused) {
            throw new AuthenticationFailedException(refused);
        }
    }

    static SecurityIdentity identity(Actor actor) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.username()))
                .addAttribute(ACTOR, actor);
        actor.roles().forEach(role -> identity.addRole(role.name()));
        return identity.build();
    }
}
