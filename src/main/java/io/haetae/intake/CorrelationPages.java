package io.haetae.intake;

import io.haetae.intake.CorrelationService.Decision;
import io.haetae.intake.CorrelationService.Outcome;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.ErrorCode;
import io.haetae.kernel.Form;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.rule.CorrelationPolicy.Proposes;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/** 연관 판단: a proposal, and the form in which a person confirms or rejects it. */
@Path("/correlations")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CorrelationPages {

    private final CorrelationService correlations;
    private final CurrentActor actor;
    private final Texts texts;
    private final RequestLanguage language;

    CorrelationPages(CorrelationService correlations, CurrentActor actor, Texts texts, RequestLanguage language) {
        this.correlations = correlations;
        this.actor = actor;
        this.texts = texts;
        this.language = language;
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance page(UUID id) {
        return page(id, Form.blank());
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response decide(UUID id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            Outcome outcome = form.one("outcome", Outcome.class);
            form.need("outcome", "reason").check();
            CarriedOut as = form.text("as") == null ? null : form.one("as", CarriedOut.class);
            form.check();
            if (outcome == Outcome.CONFIRMED
                    && form.values("incidents").isEmpty()
                    && correlations.get(id).kind() != Proposes.SPLIT) {
                throw Refusal.field("/incidents", "choose-one", "");
            }
            ProposalView decided = correlations.decide(
                    id,
                    new Decision(
                            Objects.requireNonNull(outcome),
                            form.textOrEmpty("reason"),
                            form.values("incidents"),
                            outcome == Outcome.CONFIRMED ? as : null));
            return Response.seeOther(URI.create("/incidents/" + decided.target()))
                    .build();
        } catch (Refusal refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.NOT_FOUND) {
                throw refusal; // there is nothing to correct in the form
            }
            form.refused(refusal, texts, language.get());
        } catch (ConstraintViolationException violations) {
            form.refused(violations, texts, language.get());
        }
        return Response.status(422).entity(page(id, form)).build();
    }

    private TemplateInstance page(UUID id, Form form) {
        boolean mayDecide = actor.get().hasAny(Role.OPERATOR, Role.SITUATION, Role.SUPPORT);
        return IntakeTemplates.proposal(correlations.get(id), form, mayDecide);
    }
}
