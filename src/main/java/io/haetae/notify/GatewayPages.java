package io.haetae.notify;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Role;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateways for text messages and calls: in which order they are tried, and which of them work. */
@Path("/gateways")
@Blocking
@Produces(MediaType.TEXT_HTML)
class GatewayPages {

    private final GatewayService gateways;
    private final GatewayTests tests;
    private final CurrentActor actor;
    private final Forms forms;

    GatewayPages(GatewayService gateways, GatewayTests tests, CurrentActor actor, Forms forms) {
        this.gateways = gateways;
        this.tests = tests;
        this.actor = actor;
        this.forms = forms;
    }

    /**
     * What the page says of the act before it.
     *
     * @param made a new gateway, with the path that is shown this once
     * @param name the gateway that was tested
     * @param tested what became of the test
     */
    record Said(
            GatewayService.@Nullable Created made, @Nullable String name, GatewayTests.@Nullable Tested tested) {

        static final Said NOTHING = new Said(null, null, null);
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance gateways(
                List<GatewayView> gateways, Said said, Form form, Form act, boolean mayMake);
    }

    @GET
    @RolesAllowed({"ADMIN", "AUDITOR"})
    public TemplateInstance list() {
        return page(Said.NOTHING, Form.blank(), Form.blank());
    }

    /** The answer shows where answers are posted, this once, so that it is no redirection. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response create(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        GatewayService.Created[] made = new GatewayService.Created[1];
        return forms.done(form, () -> made[0] = gateways.create(forms.checked(form, command(form))))
                ? shown(new Said(made[0], null, null))
                : Response.status(422)
                        .entity(page(Said.NOTHING, form, Form.blank()))
                        .build();
    }

    @POST
    @Path("{id}/tests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response test(UUID id, MultivaluedMap<String, String> posted) {
        Form act = Form.of(posted);
        String name = gateways.get(id).name();
        GatewayTests.Tested[] tested = new GatewayTests.Tested[1];
        return forms.done(
                        act,
                        () -> tested[0] = tests.send(id, forms.checked(act, new NewGatewayTest(act.textOrEmpty("to")))))
                ? shown(new Said(null, name, tested[0]))
                : refused(act);
    }

    @POST
    @Path("{id}/rank")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    public Response move(UUID id, MultivaluedMap<String, String> posted) {
        Form act = Form.of(posted);
        return forms.done(act, () -> gateways.move(id, forms.checked(act, new GatewayRank(act.integer("rank")))))
                ? back()
                : refused(act);
    }

    @POST
    @Path("{id}/ending")
    @RolesAllowed("ADMIN")
    public Response end(UUID id) {
        gateways.end(id);
        return back();
    }

    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private static NewGateway command(Form form) {
        List<String> systems = Arrays.stream(form.textOrEmpty("dependsOn").split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        return new NewGateway(
                form.one("channel", Channel.class),
                form.textOrEmpty("name"),
                form.integer("rank"),
                form.textOrEmpty("url"),
                form.flag("form"),
                form.textOrEmpty("body"),
                form.text("header"),
                form.text("secret"),
                systems,
                form.text("replyFrom"),
                form.text("replyText"));
    }

    private Response shown(Said said) {
        return Response.ok(page(said, Form.blank(), Form.blank()))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response refused(Form act) {
        return Response.status(422)
                .entity(page(Said.NOTHING, Form.blank(), act))
                .build();
    }

    private TemplateInstance page(Said said, Form form, Form act) {
        return Templates.gateways(
                gateways.list(),
                Objects.requireNonNull(said),
                form,
                act,
                actor.get().hasAny(Role.ADMIN));
    }

    private static Response back() {
        return Response.seeOther(URI.create("/gateways")).build();
    }
}
