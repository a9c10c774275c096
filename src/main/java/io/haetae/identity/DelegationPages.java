package io.haetae.identity;

import io.haetae.identity.DelegableActs.DelegableAct;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the reader handed over and what was handed to him; to hand over, to pass on, to take back. */
@Path("/delegations")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DelegationPages {

    private final DelegationService delegations;
    private final Forms forms;
    private final Texts texts;
    private final RequestLanguage language;

    DelegationPages(DelegationService delegations, Forms forms, Texts texts, RequestLanguage language) {
        this.delegations = delegations;
        this.forms = forms;
        this.texts = texts;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param acts what the reader may hand over in his own right
     * @param sources what he may pass on
     */
    record Sheet(
            List<DelegationView> items, Map<String, String> names, List<Form.Option> acts, List<Form.Option> sources) {

        /** The name of an act. */
        public String act(String name) {
            return names.getOrDefault(name, name);
        }

        /** Whether the reader has anything to hand over. */
        public boolean mayGive() {
            return !acts.isEmpty() || !sources.isEmpty();
        }
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance delegations(Sheet sheet, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance show() {
        return page(Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response give(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return answered(form, () -> delegations.give(forms.checked(form, command(form))));
    }

    @POST
    @Path("{id}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response revoke(UUID id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return answered(
                form,
                () -> delegations.revoke(
                        id, forms.checked(form, new DelegationCommand.Revocation(form.textOrEmpty("revocation")))));
    }

    private Response answered(Form form, Runnable act) {
        return forms.done(form, act)
                ? Response.seeOther(URI.create("/delegations")).build()
                : Response.status(422).entity(page(form)).build();
    }

    /** An own right is chosen by its name, one that is passed on by its id. */
    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private DelegationCommand command(Form form) {
        String chosen = form.textOrEmpty("act");
        DelegationView source = delegations.list().stream()
                .filter(one -> one.id().toString().equals(chosen))
                .findFirst()
                .orElse(null);
        return new DelegationCommand(
                source == null ? chosen : source.act(),
                form.text("person"),
                form.text("institution"),
                form.time("from"),
                form.time("until"),
                form.flag("mayPassOn"),
                source == null ? null : source.id(),
                form.textOrEmpty("reason"),
                form.text("document"));
    }

    private TemplateInstance page(Form form) {
        List<DelegationView> items = delegations.list();
        Map<String, String> names = delegations.acts().stream()
                .collect(Collectors.toMap(DelegableAct::name, act -> texts.text(language.get(), act.text())));
        List<Form.Option> acts = delegations.own().stream()
                .map(act -> new Form.Option(act.name(), names.getOrDefault(act.name(), act.name())))
                .toList();
        List<Form.Option> sources = items.stream()
                .filter(DelegationView::mayPass)
                .map(one -> new Form.Option(
                        one.id().toString(),
                        names.getOrDefault(one.act(), one.act()) + " · " + one.holder() + " (" + one.institution()
                                + ")"))
                .toList();
        return Templates.delegations(new Sheet(items, names, acts, sources), form);
    }
}
