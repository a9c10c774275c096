package io.haetae.duty;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is on duty now and next, and where there is nobody. */
@Path("/rosters")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RosterPages {

    private final RosterService rosters;
    private final RosterLists lists;
    private final InstitutionService institutions;
    private final CurrentActor actor;
    private final Validator validator;
    private final Texts texts;
    private final RequestLanguage language;

    RosterPages(
            RosterService rosters,
            RosterLists lists,
            InstitutionService institutions,
            CurrentActor actor,
            Validator validator,
            Texts texts,
            RequestLanguage language) {
        this.rosters = rosters;
        this.lists = lists;
        this.institutions = institutions;
        this.actor = actor;
        this.validator = validator;
        this.texts = texts;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param institution whose roster, null when the reader acts for none and has chosen none
     * @param choices institutions he may look at
     * @param onDuty who would be called now
     * @param posts held now or later
     * @param mayKeep whether he may change it
     */
    record Sheet(
            @Nullable InstitutionView institution,
            List<Form.Option> choices,
            List<OnDuty> onDuty,
            List<PostView> posts,
            boolean mayKeep) {}

    @CheckedTemplate(basePath = "duty")
    static class Templates {
        static native TemplateInstance rosters(Sheet sheet, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance show(@QueryParam("institution") @Nullable String institution) {
        String code = institution == null ? actor.get().institution() : institution;
        return Templates.rosters(
                sheet(code), Form.blank().put("institution", code).put("rank", 1));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response create(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            return back(rosters.create(command(form)).institution());
        } catch (ConstraintViolationException invalid) {
            form.refused(invalid, texts, language.get());
        } catch (Refusal refused) {
            form.refused(refused, texts, language.get());
        }
        return Response.status(422)
                .entity(Templates.rosters(sheet(form.textOrEmpty("institution")), form))
                .build();
    }

    @POST
    @Path("{id}/ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response end(UUID id, @FormParam("institution") @Nullable String institution) {
        rosters.end(id);
        return back(institution == null ? "" : institution);
    }

    /** The command of the form; what is missing is refused like a missing field of the interface. */
    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private NewPost command(Form form) {
        NewPost command = new NewPost(
                form.textOrEmpty("institution"),
                form.one("function", DutyFunction.class),
                form.textOrEmpty("person"),
                form.integer("rank"),
                form.time("from"),
                form.time("until"));
        form.check();
        Set<ConstraintViolation<NewPost>> wrong = validator.validate(command);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return command;
    }

    private Sheet sheet(String code) {
        Scope scope = lists.scope(actor.get());
        List<Form.Option> choices = choices(scope);
        if (choices.stream().noneMatch(choice -> choice.value().equals(code))) {
            return new Sheet(null, choices, List.of(), List.of(), false);
        }
        return new Sheet(
                institutions.get(code),
                choices,
                lists.onDuty(scope, code, null),
                lists.currentAndComing(scope, code),
                actor.get().hasAny(Role.ADMIN, Role.OFFICER));
    }

    private List<Form.Option> choices(Scope scope) {
        Actor reader = actor.get();
        Set<String> within = scope.all() ? Set.of() : institutions.selfAndBelow(reader.institution());
        return institutions.list().stream()
                .filter(each -> scope.all() || within.contains(each.code()))
                .map(each -> new Form.Option(each.code(), each.name().in(language.get())))
                .toList();
    }

    private static Response back(String institution) {
        return Response.seeOther(UriBuilder.fromPath("/rosters")
                        .queryParam("institution", institution)
                        .build())
                .build();
    }
}
