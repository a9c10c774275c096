package io.haetae.register.page;

import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import io.haetae.register.SiteCommand;
import io.haetae.register.SiteKind;
import io.haetae.register.SiteService;
import io.haetae.register.SiteView;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sites with their rooms. */
@Path("/sites")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SitePages {

    private final SiteService sites;
    private final Names names;
    private final Validator validator;
    private final Texts texts;
    private final RequestLanguage language;

    SitePages(SiteService sites, Names names, Validator validator, Texts texts, RequestLanguage language) {
        this.sites = sites;
        this.names = names;
        this.validator = validator;
        this.texts = texts;
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
        try {
            SiteCommand command = command(form);
            Integer version = form.integer("version");
            form.check();
            if (version == null) {
                sites.create(command);
            } else {
                sites.change(command.code(), version, command);
            }
            return Response.seeOther(URI.create("/sites")).build();
        } catch (ConstraintViolationException invalid) {
            form.refused(invalid, texts, language.get());
        } catch (Refusal refused) {
            form.refused(refused, texts, language.get());
        }
        return Response.status(422).entity(page(form)).build();
    }

    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private SiteCommand command(Form form) {
        SiteCommand command = new SiteCommand(
                form.textOrEmpty("code"),
                new LocalizedText(form.textOrEmpty("name.ko"), form.textOrEmpty("name.en")),
                form.one("kind", SiteKind.class),
                form.textOrEmpty("host"),
                form.text("region"),
                Stream.of(form.textOrEmpty("rooms").split("[,;\\s]+"))
                        .filter(room -> !room.isBlank())
                        .toList());
        Set<ConstraintViolation<SiteCommand>> wrong = validator.validate(command);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return command;
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
