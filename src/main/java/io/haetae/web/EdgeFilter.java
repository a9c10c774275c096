package io.haetae.web;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.RequestLanguage;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;

/** Tells the rooms who acts and in which language the caller reads. */
@Provider
@Priority(Priorities.AUTHENTICATION + 10)
class EdgeFilter implements ContainerRequestFilter {

    static final String LANGUAGE_COOKIE = "haetae_language";
    private static final List<Locale> OURS = List.of(Locale.KOREAN, Locale.ENGLISH);

    private final SecurityIdentity identity;
    private final CurrentActor actor;
    private final RequestLanguage language;

    EdgeFilter(SecurityIdentity identity, CurrentActor actor, RequestLanguage language) {
        this.identity = identity;
        this.actor = actor;
        this.language = language;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        language.set(language(request));
        Actor proven = identity.getAttribute(ProofProvider.ACTOR);
        if (proven != null) {
            actor.set(proven);
        }
    }

    /** The address, then the person's choice, then the browser's wish; Korean when none says. No cookie on /status. */
    static Locale language(ContainerRequestContext request) {
        String asked = request.getUriInfo().getQueryParameters().getFirst("lang");
        if (asked == null && !request.getUriInfo().getPath().startsWith("/status")) {
            Cookie chosen = request.getCookies().get(LANGUAGE_COOKIE);
            asked = chosen == null ? null : chosen.getValue();
        }
        if (asked != null) {
            return "en".equals(asked) ? Locale.ENGLISH : Locale.KOREAN;
        }
        for (Locale wish : request.getAcceptableLanguages()) {
            for (Locale our : OURS) {
                if (our.getLanguage().equals(wish.getLanguage())) {
                    return our;
                }
            }
        }
        return Locale.KOREAN;
    }
}
