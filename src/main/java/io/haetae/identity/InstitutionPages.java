package io.haetae.identity;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.RequestLanguage;
import io.quarkus.qute.CheckedTemplate;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Institutions: whose systems they are, what stands above them, who confirms their grades. */
@Path("/institutions")
@Blocking
@Produces(MediaType.TEXT_HTML)
class InstitutionPages {

    private final InstitutionService institutions;
    private final Forms forms;
    private final RequestLanguage language;

    InstitutionPages(InstitutionService institutions, Forms forms, RequestLanguage language) {
        this.institutions = institutions;
        this.forms = forms;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param found those that the search finds
     * @param choices every institution that lives, for the form
     * @param asOf the day as of which they are shown, null for now
     */
    record Sheet(
            List<InstitutionView> found,
            List<Form.Option> choices,
            Map<String, InstitutionView> byCode,
            @Nullable LocalDate asOf) {

        /** The name of an institution, a dash for none. */
        public LocalizedText name(@Nullable String code) {
            InstitutionView institution = code == null ? null : byCode.get(code);
            return institution == null ? new LocalizedText("–", "–") : institution.name();
        }
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance institutions(Sheet sheet, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("under") @Nullable String under,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("edit") @Nullable String code) {
        Form form = code == null ? Form.blank() : form(institutions.get(code));
        return page(form.put("q", q).put("under", under).put("asOf", asOf));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response save(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> {
            Integer version = form.integer("version");
            InstitutionCommand command = forms.checked(form, command(form));
            if (version == null) {
                institutions.create(command);
            } else {
                institutions.change(command.code(), version, command);
            }
        })) {
            return Response.seeOther(URI.create("/institutions")).build();
        }
        return Response.status(422).entity(page(form)).build();
    }

    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private InstitutionCommand command(Form form) {
        return new InstitutionCommand(
                form.textOrEmpty("code"),
                new LocalizedText(form.textOrEmpty("name.ko"), form.textOrEmpty("name.en")),
                form.one("kind", InstitutionKind.class),
                form.text("parent"),
                form.text("centralAuthority"),
                form.text("standardCode"),
                form.text("region"),
                form.date("validFrom"),
                form.date("validUntil"));
    }

    private static Form form(InstitutionView institution) {
        return Form.blank()
                .put("version", institution.version())
                .put("code", institution.code())
                .put("name.ko", institution.name().ko())
                .put("name.en", institution.name().en())
                .put("kind", institution.kind())
                .put("parent", institution.parent())
                .put("centralAuthority", institution.centralAuthority())
                .put("standardCode", institution.standardCode())
                .put("region", institution.region())
                .put("validFrom", institution.validFrom())
                .put("validUntil", institution.validUntil());
    }

    private TemplateInstance page(Form form) {
        List<InstitutionView> all = institutions.list();
        Locale locale = language.get();
        LocalDate asOf = form.date("asOf");
        form.check();
        List<InstitutionView> found = institutions.list(form.text("q"), form.text("under"), asOf);
        List<Form.Option> choices = all.stream()
                .filter(each -> each.successor() == null)
                .map(each -> new Form.Option(each.code(), each.name().in(locale)))
                .sorted(Comparator.comparing(Form.Option::label))
                .toList();
        Map<String, InstitutionView> byCode =
                all.stream().collect(Collectors.toMap(InstitutionView::code, Function.identity()));
        return Templates.institutions(new Sheet(found, choices, byCode, asOf), form);
    }
}
