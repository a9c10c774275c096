package io.haetae.continuity;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger, one receipt of it, its slip, and the forms for days without any system. */
@Path("/continuity")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ReceiptPages {

    private final ActivationService activations;
    private final ReceiptService receipts;
    private final ProcessingService processing;
    private final CurrentActor actor;

    ReceiptPages(
            ActivationService activations, ReceiptService receipts, ProcessingService processing, CurrentActor actor) {
        this.activations = activations;
        this.receipts = receipts;
        this.processing = processing;
        this.actor = actor;
    }

    @GET
    @Path("{id}/ledger")
    @Authenticated
    public TemplateInstance ledger(UUID id, @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return ledger(id, cursor, Form.of(uri.getQueryParameters()), Form.blank());
    }

    /** The ledger, with a form as it was posted and refused. */
    TemplateInstance ledger(UUID id, @Nullable String cursor, Form filter, Form posted) {
        Actor reader = actor.get();
        ActivationView activation = activations.get(id, reader);
        ReceiptFilter wanted = new ReceiptFilter(
                id,
                filter.one("state", ReceiptState.class),
                filter.flag("open"),
                filter.text("service"),
                filter.text("office"),
                filter.text("q"));
        Page<ReceiptView> page = receipts.list(wanted, reader, Page.limit(null), cursor);
        return ContinuityTemplates.ledger(activation, page, processing.reconcile(id, reader), filter, posted)
                .data("exercise", exercise(activation));
    }

    @GET
    @Path("receipts/{number}")
    @Authenticated
    public TemplateInstance receipt(String number) {
        return receipt(number, Form.blank());
    }

    TemplateInstance receipt(String number, Form form) {
        ReceiptView receipt = receipts.get(number, actor.get());
        ActivationView activation = activations.get(receipt.activation(), actor.get());
        return ContinuityTemplates.receipt(activation, receipt, form).data("exercise", exercise(activation));
    }

    /** The slip for who came: number, when, what it is worth. */
    @GET
    @Path("receipts/{number}/slip")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public TemplateInstance slip(String number) {
        ReceiptView receipt = receipts.get(number, actor.get());
        ActivationView activation = activations.get(receipt.activation(), actor.get());
        return ContinuityTemplates.slip(activation, receipt).data("exercise", exercise(activation));
    }

    /** Printed forms with the numbers issued in advance that are still unused. */
    @GET
    @Path("{id}/offline")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public TemplateInstance offline(
            UUID id,
            @QueryParam("service") String service,
            @QueryParam("office") String office,
            @QueryParam("from") @Nullable String from) {
        ActivationView activation = activations.get(id, actor.get());
        ActivationView.Service wanted = activation.services().stream()
                .filter(known -> known.code().equals(service))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        ReceiptFilter unused = new ReceiptFilter(id, ReceiptState.UNUSED, false, service, office, null);
        List<String> numbers = receipts.list(unused, actor.get(), Page.MAX_LIMIT, null).items().stream()
                .map(ReceiptView::number)
                .filter(number -> from == null || number.compareTo(from) >= 0)
                .toList();
        return ContinuityTemplates.offline(activation, wanted, office, numbers).data("exercise", exercise(activation));
    }

    static @Nullable Boolean exercise(ActivationView activation) {
        return activation.exercise() ? Boolean.TRUE : null;
    }
}
