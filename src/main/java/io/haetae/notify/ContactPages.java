package io.haetae.notify;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.UUID;

/** Where the reader is reached: his own addresses, proved and to be proved. */
@Path("/contacts")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
class ContactPages {

    private final ContactService contacts;
    private final Forms forms;

    ContactPages(ContactService contacts, Forms forms) {
        this.contacts = contacts;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance contacts(List<ContactView> contacts, Form form, Form code);
    }

    @GET
    public TemplateInstance list() {
        return Templates.contacts(contacts.mine(), Form.blank(), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    public Response add(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.done(
                        form,
                        () -> contacts.add(forms.checked(
                                form, new NewContact(form.one("channel", Channel.class), form.textOrEmpty("address")))))
                ? back()
                : refused(form, Form.blank());
    }

    @POST
    @Path("{id}/verification")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify(UUID id, MultivaluedMap<String, String> posted) {
        Form code = Form.of(posted);
        return forms.done(
                        code, () -> contacts.verify(id, forms.checked(code, new ContactCode(code.textOrEmpty("code")))))
                ? back()
                : refused(Form.blank(), code);
    }

    @POST
    @Path("{id}/codes")
    public Response sendCode(UUID id) {
        Form code = Form.blank();
        return forms.done(code, () -> contacts.sendCode(id)) ? back() : refused(Form.blank(), code);
    }

    @POST
    @Path("{id}/ending")
    public Response end(UUID id) {
        contacts.end(id);
        return back();
    }

    private Response refused(Form form, Form code) {
        return Response.status(422)
                .entity(Templates.contacts(contacts.mine(), form, code))
                .build();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/contacts")).build();
    }
}
