package io.haetae.identity;

import io.haetae.identity.InstitutionChangeService.Lineage;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One institution: what it was, what was decided about it, and what is to become of it. */
@Path("/institutions/{code}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class InstitutionLineagePages {

    private final InstitutionService institutions;
    private final InstitutionChangeService changes;
    private final Forms forms;
    private final RequestLanguage language;

    InstitutionLineagePages(
            InstitutionService institutions, InstitutionChangeService changes, Forms forms, RequestLanguage language) {
        this.institutions = institutions;
        this.changes = changes;
        this.forms = forms;
        this.language = language;
    }

    /**
     * The names behind the codes.
     *
     * @param below those directly below
     * @param choices every institution that lives, for the form
     */
    record Book(Map<String, InstitutionView> byCode, List<InstitutionView> below, List<Form.Option> choices) {

        /** The name of an institution, a dash for none. */
        public LocalizedText name(@Nullable String code) {
            InstitutionView institution = code == null ? null : byCode.get(code);
            return institution == null ? new LocalizedText("–", "–") : institution.name();
        }
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance lineage(Lineage lineage, Book book, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance show(String code) {
        return page(code, Form.blank());
    }

    @POST
    @Path("changes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response change(String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return answered(code, form, () -> changes.record(code, command(form)));
    }

    @POST
    @Path("changes/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response withdraw(String code, UUID id, MultivaluedMap<String, String> posted) {
        return answered(code, Form.of(posted), () -> changes.withdraw(code, id));
    }

    private Response answered(String code, Form form, Runnable act) {
        return forms.done(form, act)
                ? Response.seeOther(URI.create("/institutions/" + code)).build()
                : Response.status(422).entity(page(code, form)).build();
    }

    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private InstitutionChangeCommand command(Form form) {
        InstitutionChangeCommand.Kind kind = form.one("kind", InstitutionChangeCommand.Kind.class);
        boolean renamed = kind == InstitutionChangeCommand.Kind.RENAMING;
        boolean moved = kind == InstitutionChangeCommand.Kind.MOVE;
        return forms.checked(
                form,
                new InstitutionChangeCommand(
                        kind,
                        form.date("effectiveOn"),
                        renamed ? new LocalizedText(form.textOrEmpty("name.ko"), form.textOrEmpty("name.en")) : null,
                        renamed ? form.one("becomes", InstitutionKind.class) : null,
                        renamed ? form.text("standardCode") : null,
                        renamed ? form.text("region") : null,
                        moved ? form.text("parent") : null,
                        moved ? form.text("centralAuthority") : null,
                        kind == InstitutionChangeCommand.Kind.MERGER ? codes(form.textOrEmpty("former")) : List.of(),
                        form.textOrEmpty("reason"),
                        form.text("decidedBy"),
                        form.text("document")));
    }

    private static List<String> codes(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private TemplateInstance page(String code, Form form) {
        Lineage lineage = changes.lineage(code);
        List<InstitutionView> all = institutions.list();
        Locale locale = language.get();
        List<Form.Option> choices = all.stream()
                .filter(each -> each.successor() == null && !each.code().equals(code))
                .map(each -> new Form.Option(each.code(), each.name().in(locale)))
                .sorted(Comparator.comparing(Form.Option::label))
                .toList();
        Map<String, InstitutionView> byCode =
                all.stream().collect(Collectors.toMap(InstitutionView::code, Function.identity()));
        List<InstitutionView> below =
                all.stream().filter(each -> code.equals(each.parent())).toList();
        return Templates.lineage(lineage, new Book(byCode, below, choices), form);
    }
}
