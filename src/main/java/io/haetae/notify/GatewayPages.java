package io.haetae.notify;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    private final Validator validator;
    private final Texts texts;
    private final RequestLanguage language;

    GatewayPages(
            GatewayService gateways,
            GatewayTests tests,
            CurrentActor actor,
            Validator validator,
            Texts texts,
            RequestLanguage language) {
        this.gateways = gateways;
        this.tests = tests;
        this.actor = actor;
        this.validator = validator;
        this.texts = texts;
        this.language = language;
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
        return done(form, () -> made[0] = gateways.create(checked(form, command(form))))
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
        return done(act, () -> tested[0] = tests.send(id, checked(act, new NewGatewayTest(act.textOrEmpty("to")))))
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
        return done(act, () -> gateways.move(id, checked(act, new GatewayRank(act.integer("rank")))))
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

    private boolean done(Form form, Runnable act) {
        try {
            act.run();
            return true;
        } catch (ConstraintViolationException invalid) {
            form.refused(invalid, texts, language.get());
        } catch (Refusal refused) {
            if (refused.error() == KernelError.NOT_FOUND || refused.error() == KernelError.FORBIDDEN) {
                throw refused;
            }
            form.refused(refused, texts, language.get());
        }
        return false;
    }

    private <T> T checked(Form form, T command) {
        form.check();
        Set<ConstraintViolation<T>> wrong = validator.validate(command);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return command;
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
