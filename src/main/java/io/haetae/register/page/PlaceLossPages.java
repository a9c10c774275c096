package io.haetae.register.page;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.ImpactService;
import io.haetae.register.Loss;
import io.haetae.register.SiteService;
import io.haetae.register.SiteView;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is lost with a site or one of its rooms, and the way back. */
@Path("/sites/{code}/impact")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlaceLossPages {

    private final ImpactService impact;
    private final SiteService sites;

    PlaceLossPages(ImpactService impact, SiteService sites) {
        this.impact = impact;
        this.sites = sites;
    }

    @GET
    @Authenticated
    public TemplateInstance show(
            String code, @QueryParam("room") @Nullable String room, @QueryParam("all") @Nullable String all) {
        Loss loss = impact.ofPlace(code, room);
        SiteView site = sites.get(code);
        LocalizedText name = room == null
                ? site.name()
                : new LocalizedText(site.name().ko() + " " + room, site.name().en() + " " + room);
        String ofRoom = room == null ? "" : "&room=" + URLEncoder.encode(room, StandardCharsets.UTF_8);
        return RegisterTemplates.impact(new LossSheet(
                name, "/systems?site=" + code, loss, null, List.of(), 1, all == null ? "?all=true" + ofRoom : ""));
    }
}
