package io.haetae.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The person's choice of language, kept in a cookie; the address of a page is the same in both. */
@Path("/language")
class LanguagePages {

    private static final int YEAR = 365 * 24 * 3600;

    @POST
    @PermitAll
    public Response choose(@FormParam("lang") @Nullable String lang, @FormParam("next") @Nullable String next) {
        NewCookie choice = new NewCookie.Builder(LanguageFilter.COOKIE)
                .value("en".equals(lang) ? "en" : "ko")
                .path("/")
                .maxAge(YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(LocalPath.orHome(next)).cookie(choice).build();
    }
}
