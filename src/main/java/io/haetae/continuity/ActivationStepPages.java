package io.haetae.continuity;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.rule.DeadlineRules.Unit;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** The forms of an activation: each posts, and comes back to where the next one is typed. */
@Path("/continuity")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ActivationStepPages {

    private static final String FIELD = "fields.";

    private final ActivationService activations;
    private final ReceiptService receipts;
    private final ContinuityPages pages;
    private final Forms forms;

    ActivationStepPages(ActivationService activations, ReceiptService receipts, ContinuityPages pages, Forms forms) {
        this.activations = activations;
        this.receipts = receipts;
        this.pages = pages;
        this.forms = forms;
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER"})
    public Response activate(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.made(form, () -> activated(form))
                .map(Response::seeOther)
                .orElseGet(() -> Response.status(422).entity(pages.list(form, null)))
                .build();
    }

    private URI activated(Form form) {
        form.need("system", "incident").check();
        ActivationView active =
                activations.activate(new ActivationCommand(form.textOrEmpty("system"), form.textOrEmpty("incident")));
        return page(active.id());
    }

    /** Back to an empty form for the next receipt, with what stays the same filled in. */
    @POST
    @Path("{id}/receipts")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response take(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, "receipts", posted, form -> {
            ReceiptView taken = receipts.take(receipt(id, form));
            return UriBuilder.fromUri(page(id))
                    .queryParam("service", taken.service())
                    .queryParam("office", taken.office())
                    .queryParam("originalDeadline", Objects.toString(taken.originalDeadline(), ""))
                    .queryParam("taken", taken.number())
                    .fragment("receipt")
                    .build();
        });
    }

    private static ReceiptCommand receipt(UUID id, Form form) {
        Instant receivedAt = form.time("receivedAt");
        form.need("receivedAt");
        Map<String, String> fields = new HashMap<>();
        for (String name : form.names()) {
            String typed = name.startsWith(FIELD) ? form.text(name) : null;
            if (typed != null) {
                fields.put(name.substring(FIELD.length()), typed);
            }
        }
        ReceiptCommand receipt = new ReceiptCommand(
                id,
                form.text("number"),
                form.textOrEmpty("service"),
                Objects.requireNonNullElse(receivedAt, Instant.EPOCH),
                form.textOrEmpty("office"),
                ContinuityPages.dueOrNull(form, "originalDeadline"),
                form.date("periodFrom"),
                form.time("sentAt"),
                form.text("rule"),
                fields);
        form.check();
        return receipt;
    }

    @POST
    @Path("{id}/extensions")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response extend(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, "extensions", posted, form -> {
            ExtensionCommand command = new ExtensionCommand(
                    form.values("services"),
                    ContinuityPages.dueOrNull(form, "until"),
                    form.integer("amount"),
                    form.text("amount") == null ? null : form.one("unit", Unit.class),
                    form.integer("alsoWithinHours"),
                    new ExtensionCommand.Decider(
                            form.textOrEmpty("decidedBy.name"), form.textOrEmpty("decidedBy.position")),
                    form.textOrEmpty("documentNumber"));
            form.check();
            activations.extend(id, command);
            return page(id);
        });
    }

    /** Issues numbers in advance and shows the forms to print. */
    @POST
    @Path("{id}/blocks")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response reserve(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, "blocks", posted, form -> {
            Integer count = form.integer("count");
            form.need("count", "office").check();
            int wanted = Math.max(1, Math.min(Objects.requireNonNullElse(count, 1), 200));
            List<String> numbers =
                    receipts.reserve(id, form.textOrEmpty("service"), form.textOrEmpty("office"), wanted);
            return UriBuilder.fromUri(page(id))
                    .path("offline")
                    .queryParam("service", form.textOrEmpty("service"))
                    .queryParam("office", Ledgers.office(form.textOrEmpty("office")))
                    .queryParam("from", numbers.get(0))
                    .build();
        });
    }

    @POST
    @Path("{id}/closure")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response close(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, "closure", posted, form -> {
            activations.close(id, form.text("reason"));
            return page(id);
        });
    }

    private Response step(UUID id, String section, MultivaluedMap<String, String> posted, Function<Form, URI> action) {
        Form form = Form.of(posted);
        return forms.made(form, () -> action.apply(form))
                .map(Response::seeOther)
                .orElseGet(() -> Response.status(422).entity(pages.page(id, section, form, Form.blank())))
                .build();
    }

    private static URI page(UUID id) {
        return URI.create("/continuity/" + id);
    }
}
