package io.haetae.continuity;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.quarkus.qute.TemplateInstance;
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
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Processing back, turning down, checking and spoiling, one by one or the next ones at once. */
@Path("/continuity")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ReceiptStepPages {

    private final ProcessingService processing;
    private final ReceiptPages pages;
    private final Forms forms;

    ReceiptStepPages(ProcessingService processing, ReceiptPages pages, Forms forms) {
        this.processing = processing;
        this.pages = pages;
        this.forms = forms;
    }

    @POST
    @Path("receipts/{number}/processing")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response process(String number, MultivaluedMap<String, String> posted) {
        return receipt(number, posted, form -> {
            Instant at = form.time("processedAt");
            LocalDate effectiveOn = form.date("effectiveOn");
            form.need("processedAt").check();
            processing.process(number, new ProcessingCommand(Objects.requireNonNull(at), effectiveOn));
        });
    }

    @POST
    @Path("receipts/{number}/rejection")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response reject(String number, MultivaluedMap<String, String> posted) {
        return receipt(number, posted, form -> {
            Instant at = form.time("processedAt");
            form.need("processedAt", "reason").check();
            processing.reject(number, new RejectionCommand(Objects.requireNonNull(at), form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("receipts/{number}/check")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response check(String number, MultivaluedMap<String, String> posted) {
        return receipt(number, posted, form -> {
            CheckCommand.Outcome outcome = form.one("outcome", CheckCommand.Outcome.class);
            form.need("outcome").check();
            processing.check(number, new CheckCommand(Objects.requireNonNull(outcome), form.text("reason")));
        });
    }

    @POST
    @Path("receipts/{number}/voidance")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response spoil(String number, MultivaluedMap<String, String> posted) {
        return receipt(number, posted, form -> {
            form.need("reason").check();
            processing.spoil(number, form.textOrEmpty("reason"));
        });
    }

    @POST
    @Path("{id}/processing")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response processNext(UUID id, MultivaluedMap<String, String> posted) {
        return next(id, posted, form -> processing.processNext(id, which(form)));
    }

    @POST
    @Path("{id}/check")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response confirmNext(UUID id, MultivaluedMap<String, String> posted) {
        return next(id, posted, form -> processing.confirmNext(id, which(form)));
    }

    private static BulkCommand which(Form form) {
        BulkCommand which = new BulkCommand(
                form.values("receipts"),
                form.text("service"),
                form.text("office"),
                form.integer("limit"),
                form.time("processedAt"),
                form.date("effectiveOn"));
        form.check();
        return which;
    }

    private Response receipt(String number, MultivaluedMap<String, String> posted, Consumer<Form> action) {
        URI there = UriBuilder.fromPath("/continuity/receipts/{number}").build(number);
        return step(posted, there, action, form -> pages.receipt(number, form));
    }

    private Response next(UUID id, MultivaluedMap<String, String> posted, Consumer<Form> action) {
        URI there = URI.create("/continuity/" + id + "/ledger");
        return step(posted, there, action, form -> pages.ledger(id, null, Form.blank(), form));
    }

    private Response step(
            MultivaluedMap<String, String> posted,
            URI there,
            Consumer<Form> action,
            Function<Form, TemplateInstance> page) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> action.accept(form))) {
            return Response.seeOther(there).build();
        }
        return Response.status(422).entity(page.apply(form)).build();
    }
}
