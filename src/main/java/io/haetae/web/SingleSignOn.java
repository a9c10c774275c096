package io.haetae.web;

import io.haetae.identity.Login;
import io.haetae.kernel.Refusal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whoever single sign-on (OIDC) proves is a person only if the register of people knows that name: roles and
 * institution are kept here, not there.
 */
@ApplicationScoped
class SingleSignOn implements SecurityIdentityAugmentor {

    private final Login login;

    SingleSignOn(Login login) {
        this.login = login;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || identity.getAttribute(ProofProvider.ACTOR) != null) {
            return Uni.createFrom().item(identity);
        }
        String username = identity.getPrincipal().getName();
        return context.runBlocking(() -> login.proven(username)
                .map(ProofProvider::identity)
                .orElseThrow(() -> new AuthenticationFailedException(new Refusal(WebError.NOT_REGISTERED))));
    }
}
