package io.haetae.web;

import io.haetae.kernel.RequestLanguage;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;

/** Tells the rooms in which language the caller reads, first of all, so that every refusal is in it. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 20)
class LanguageFilter implements ContainerRequestFilter {

    static final String COOKIE = "haetae_language";
    private static final List<Locale> OURS = List.of(Locale.KOREAN, Locale.ENGLISH);

    private final RequestLanguage language;

    LanguageFilter(RequestLanguage language) {
        this.language = language;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        language.set(language(request));
    }

    /** The address, then the person's choice, then the browser's wish; Korean when none says. No cookie on /status. */
    static Locale language(ContainerRequestContext request) {
        String asked = request.getUriInfo().getQueryParameters().getFirst("lang");
        if (asked == null && !request.getUriInfo().getPath().startsWith("/status")) {
            Cookie chosen = request.getCookies().get(COOKIE);
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
