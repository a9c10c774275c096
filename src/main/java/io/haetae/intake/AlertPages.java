package io.haetae.intake;

import io.haetae.intake.AlertApi.Query;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.ErrorCode;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;

/** 장애 알람: the list, and what waits for people. */
@Path("/alerts")
@Blocking
@Produces(MediaType.TEXT_HTML)
class AlertPages {

    private static final int ON_INCIDENT = 20;

    private final AlertListService lists;
    private final QueueService queue;
    private final Severities severities;
    private final CorrelationService correlations;
    private final CurrentActor actor;
    private final Texts texts;
    private final RequestLanguage language;

    AlertPages(
            AlertListService lists,
            QueueService queue,
            Severities severities,
            CorrelationService correlations,
            CurrentActor actor,
            Texts texts,
            RequestLanguage language) {
        this.lists = lists;
        this.queue = queue;
        this.severities = severities;
        this.correlations = correlations;
        this.actor = actor;
        this.texts = texts;
        this.language = language;
    }

    @GET
    @Authenticated
    public TemplateInstance list(@BeanParam Query query, @Context UriInfo uri) {
        return list(query, Form.of(uri.getQueryParameters()), Form.blank(), "");
    }

    private TemplateInstance list(Query query, Form filter, Form form, String refused) {
        Actor reader = actor.get();
        Page<AlertView> waiting =
                lists.list(new AlertFilter(AlertState.WAITING, null, null, null), reader, Page.limit(null), null);
        Page<AlertView> page = lists.list(query.filter(), reader, Page.limit(query.limit()), query.cursor());
        boolean mayWork = reader.hasAny(Role.OPERATOR, Role.SITUATION, Role.SUPPORT);
        return IntakeTemplates.list(page, filter, waiting, form, Form.blank(), refused, mayWork);
    }

    /** The alerts of an incident, as a part of its page. */
    @GET
    @Path("of/{number}")
    @Authenticated
    public TemplateInstance of(String number) {
        Page<AlertView> alerts = lists.list(AlertFilter.of(number), actor.get(), ON_INCIDENT, null);
        return IntakeTemplates.of(number, alerts, correlations.openAbout(number), correlations.links(number));
    }

    @GET
    @Path("severities")
    @Authenticated
    public TemplateInstance severities() {
        return IntakeTemplates.severities(severities.table());
    }

    @POST
    @Path("{id}/system")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response assign(UUID id, MultivaluedMap<String, String> posted) {
        return done(
                id,
                posted,
                form -> "/incidents/"
                        + queue.assign(id, new QueueService.Assignment(form.textOrEmpty("system")))
                                .incident());
    }

    @POST
    @Path("{id}/dismissal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response dismiss(UUID id, MultivaluedMap<String, String> posted) {
        return done(id, posted, form -> {
            queue.dismiss(id, new QueueService.Dismissal(form.textOrEmpty("reason")));
            return "/alerts";
        });
    }

    /** Does it and goes on; a refused form comes back beside its alert. */
    private Response done(UUID id, MultivaluedMap<String, String> posted, Function<Form, String> work) {
        Form form = Form.of(posted);
        try {
            return Response.seeOther(URI.create(work.apply(form))).build();
        } catch (Refusal refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.NOT_FOUND) {
                throw refusal; // there is nothing to correct in the form
            }
            form.refused(refusal, texts, language.get());
        } catch (ConstraintViolationException violations) {
            form.refused(violations, texts, language.get());
        }
        Query all = new Query(null, null, null, null, null, null);
        return Response.status(422)
                .entity(list(all, Form.blank(), form, id.toString()))
                .build();
    }
}
