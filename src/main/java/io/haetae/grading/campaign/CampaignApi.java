package io.haetae.grading.campaign;

import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Full reviews of system grades. */
@Path("/api/v1/campaigns")
class CampaignApi {

    private final CampaignService campaigns;
    private final AnswerService answers;
    private final ExceptionService exceptions;

    CampaignApi(CampaignService campaigns, AnswerService answers, ExceptionService exceptions) {
        this.campaigns = campaigns;
        this.answers = answers;
        this.exceptions = exceptions;
    }

    /** A body that says nothing: the step itself is the word. */
    record Nothing() {}

    @GET
    @Authenticated
    public Response list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return Response.ok(campaigns.list(Page.limit(limit), cursor)).build();
    }

    @POST
    @RolesAllowed("AUTHORITY")
    public Response open(@NotNull @Valid CampaignCommand command) {
        CampaignView opened = campaigns.open(command);
        return Response.created(URI.create("/api/v1/campaigns/" + opened.number()))
                .entity(opened)
                .build();
    }

    @GET
    @Path("{number}")
    @Authenticated
    public CampaignView get(String number) {
        return campaigns.get(number);
    }

    @PUT
    @Path("{number}/closure")
    @RolesAllowed("AUTHORITY")
    public CampaignView close(String number, @NotNull Nothing body) {
        return campaigns.close(number);
    }

    @GET
    @Path("{number}/answers")
    @Authenticated
    public Response answers(
            String number,
            @QueryParam("state") CampaignAnswer.@Nullable State state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return Response.ok(answers.list(number, state, Page.limit(limit), cursor))
                .build();
    }

    /** 200 with what became of each; one that is refused keeps no other from being handed in. */
    @POST
    @Path("{number}/answers")
    @Authenticated
    public AnswerReport submit(String number, @NotNull @Valid AnswersCommand command) {
        return answers.submit(number, command);
    }

    @GET
    @Path("{number}/exceptions")
    @Authenticated
    public Map<String, List<ExceptionView>> exceptions(String number) {
        return Map.of("items", exceptions.list(number));
    }

    @PUT
    @Path("{number}/exceptions/{system}")
    @RolesAllowed("AUTHORITY")
    public ExceptionView grant(String number, String system, @NotNull @Valid ExceptionCommand command) {
        return exceptions.grant(number, system, command);
    }

    @DELETE
    @Path("{number}/exceptions/{system}")
    @RolesAllowed("AUTHORITY")
    public ExceptionView revoke(String number, String system, @NotNull @Valid ExceptionCommand.Revocation command) {
        return exceptions.revoke(number, system, command);
    }
}
