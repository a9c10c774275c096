package io.haetae.register.page;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.RequestLanguage;
import io.haetae.register.SiteCommand;
import io.haetae.register.SiteKind;
import io.haetae.register.SiteService;
import io.haetae.register.SiteView;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sites with their rooms. */
@Path("/sites")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SitePages {

    private final SiteService sites;
    private final Names names;
    private final Forms forms;
    private final RequestLanguage language;

    SitePages(SiteService sites, Names names, Forms forms, RequestLanguage language) {
        this.sites = sites;
        this.names = names;
        this.forms = forms;
        this.language = language;
    }

    /** What the form offers. */
    record Choices(List<Form.Option> hosts, Names.Book names) {}

    @GET
    @Authenticated
    public TemplateInstance list(@QueryParam("edit") @Nullable String code) {
        return page(code == null ? Form.blank() : form(sites.get(code)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response save(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> save(form))) {
            return Response.seeOther(URI.create("/sites")).build();
        }
        return Response.status(422).entity(page(form)).build();
    }

    private void save(Form form) {
        Integer version = form.integer("version");
        SiteCommand command = forms.checked(form, command(form));
        if (version == null) {
            sites.create(command);
        } else {
            sites.change(command.code(), version, command);
        }
    }

    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private static SiteCommand command(Form form) {
        return new SiteCommand(
                form.textOrEmpty("code"),
                new LocalizedText(form.textOrEmpty("name.ko"), form.textOrEmpty("name.en")),
                form.one("kind", SiteKind.class),
                form.textOrEmpty("host"),
                form.text("region"),
                Stream.of(form.textOrEmpty("rooms").split("[,;\\s]+"))
                        .filter(room -> !room.isBlank())
                        .toList());
    }

    private static Form form(SiteView site) {
        return Form.blank()
                .put("version", site.version())
                .put("code", site.code())
                .put("name.ko", site.name().ko())
                .put("name.en", site.name().en())
                .put("kind", site.kind())
                .put("host", site.host())
                .put("region", site.region())
                .put("rooms", String.join(" ", site.rooms()));
    }

    private TemplateInstance page(Form form) {
        return RegisterTemplates.sites(
                sites.all(), form, new Choices(names.institutions(language.get(), each -> true), names.book()));
    }
}
