package io.haetae.continuity;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/continuity/receipts")
class ReceiptApi {

    private static final String PATH = "/api/v1/continuity/receipts/{number}";

    private final ReceiptService receipts;
    private final ProcessingService processing;
    private final CurrentActor actor;

    ReceiptApi(ReceiptService receipts, ProcessingService processing, CurrentActor actor) {
        this.receipts = receipts;
        this.processing = processing;
        this.actor = actor;
    }

    record ListQuery(
            @QueryParam("activation") @Nullable UUID activation,
            @QueryParam("state") @Nullable ReceiptState state,
            @QueryParam("open") boolean open,
            @QueryParam("service") @Nullable String service,
            @QueryParam("office") @Nullable String office,
            @QueryParam("q") @Nullable String q) {

        ReceiptFilter filter() {
            if (activation == null) {
                throw Refusal.notFound();
            }
            return new ReceiptFilter(activation, state, open, service, office, q);
        }
    }

    record VoidCommand(@NotBlank @Size(max = 500) String reason) {}

    /** The ledger of one activation. */
    @GET
    @Authenticated
    public Page<ReceiptView> list(
            @BeanParam ListQuery query,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return receipts.list(query.filter(), actor.get(), Page.limit(limit), cursor);
    }

    @POST
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response take(@NotNull @Valid ReceiptCommand command) {
        ReceiptView taken = receipts.take(command);
        return Response.created(UriBuilder.fromPath(PATH).build(taken.number()))
                .entity(taken)
                .build();
    }

    @GET
    @Path("{number}")
    @Authenticated
    public ReceiptView get(String number) {
        return receipts.get(number, actor.get());
    }

    @PUT
    @Path("{number}/processing")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public ReceiptView process(String number, @NotNull @Valid ProcessingCommand command) {
        return processing.process(number, command);
    }

    @PUT
    @Path("{number}/rejection")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public ReceiptView reject(String number, @NotNull @Valid RejectionCommand command) {
        return processing.reject(number, command);
    }

    /** The second person's check. */
    @PUT
    @Path("{number}/check")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public ReceiptView check(String number, @NotNull @Valid CheckCommand command) {
        return processing.check(number, command);
    }

    @PUT
    @Path("{number}/voidance")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public ReceiptView spoil(String number, @NotNull @Valid VoidCommand command) {
        return processing.spoil(number, command.reason());
    }
}
