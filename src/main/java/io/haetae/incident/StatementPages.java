package io.haetae.incident;

import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Public statements of an incident as forms. */
@Path("/incidents/{number}/statements")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class StatementPages {

    private static final String SECTION = "statements";

    private final StatementService statements;
    private final StepFormPages steps;

    StatementPages(StatementService statements, StepFormPages steps) {
        this.statements = statements;
        this.steps = steps;
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public Response draft(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, SECTION, posted, form -> {
            form.need("title.ko", "title.en", "body.ko", "body.en").check();
            statements.draft(number, new StatementCommand(text(form, "title"), text(form, "body"), others(form)));
        });
    }

    private static LocalizedText text(Form form, String name) {
        return new LocalizedText(form.textOrEmpty(name + ".ko"), form.textOrEmpty(name + ".en"));
    }

    private static Map<String, String> others(Form form) {
        String language = form.text("language");
        @Nullable String words = form.text("other");
        return language == null || words == null ? Map.of() : Map.of(language, words);
    }

    @POST
    @Path("{statement}/approval")
    @RolesAllowed({"OFFICER", "HQ", "SITUATION"})
    public Response approve(String number, UUID statement, MultivaluedMap<String, String> posted) {
        return steps.take(number, SECTION, posted, form -> statements.approve(number, statement));
    }

    @POST
    @Path("{statement}/withdrawal")
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public Response withdraw(String number, UUID statement, MultivaluedMap<String, String> posted) {
        return steps.take(number, SECTION, posted, form -> {
            form.need("reason").check();
            statements.withdraw(number, statement, form.textOrEmpty("reason"));
        });
    }
}
