package io.haetae.grading.consolidation;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Refusal;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;

/** 이용·성과: one system, year by year. */
@Path("/systems/{code}/use")
@Blocking
@Produces(MediaType.TEXT_HTML)
class UsePages {

    private final UseService use;
    private final Forms forms;

    UsePages(UseService use, Forms forms) {
        this.use = use;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance show(String code) {
        UseSheet sheet = use.of(code);
        int last = sheet.years().get(0).year() - 1;
        return ConsolidationTemplates.use(sheet, Form.blank().put("year", last));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OFFICER", "OPERATOR"})
    public Response state(String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        boolean done = forms.permitted(form, () -> {
            Integer year = form.integer("year");
            UseStatement said = said(form.need("year", "source", "measuredOn"));
            use.state(code, Objects.requireNonNull(year), forms.checked(form, said));
        });
        if (done) {
            return Response.seeOther(URI.create("/systems/" + code + "/use")).build();
        }
        return Response.status(422)
                .entity(ConsolidationTemplates.use(use.of(code), form))
                .build();
    }

    private static BigDecimal finite(Double number) {
        if (!Double.isFinite(number)) {
            throw Refusal.field("/satisfaction", "not-a-number", number);
        }
        return BigDecimal.valueOf(number);
    }

    private static UseStatement said(Form form) {
        Long users = form.whole("users");
        Long transactions = form.whole("transactions");
        Long cost = form.whole("costWon");
        Double satisfaction = form.number("satisfaction");
        Long response = form.whole("responseMillis");
        LocalDate measuredOn = form.date("measuredOn");
        form.check();
        return new UseStatement(
                users,
                transactions,
                cost,
                satisfaction == null ? null : finite(satisfaction),
                response,
                form.textOrEmpty("source"),
                Objects.requireNonNull(measuredOn));
    }
}
