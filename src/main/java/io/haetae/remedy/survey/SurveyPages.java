package io.haetae.remedy.survey;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.kernel.Zones;
import io.haetae.remedy.Parties;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 현황조사·점검: announcing one, and the list. */
@Path("/surveys")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SurveyPages {

    private final SurveyService surveys;
    private final Parties parties;
    private final Forms forms;
    private final Clock clock;

    SurveyPages(SurveyService surveys, Parties parties, Forms forms, Clock clock) {
        this.surveys = surveys;
        this.parties = parties;
        this.forms = forms;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return SurveyTemplates.list(
                surveys.list(Page.limit(limit), cursor), !parties.leading().isEmpty());
    }

    /** What awaits the reader, as a part of the page of one's own work. */
    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return SurveyTemplates.mine(surveys.mine());
    }

    @GET
    @Path("new")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public TemplateInstance make() {
        return make(Form.blank());
    }

    private TemplateInstance make(Form form) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SEOUL);
        int lines = QuestionLines.of(form).into(form);
        return SurveyTemplates.make(
                form,
                IntStream.range(0, lines).boxed().toList(),
                lines < QuestionLines.MOST,
                NoticePeriod.earliest(today, false));
    }

    /** Announces it, or only adds, moves and takes out questions when one of those buttons was pressed. */
    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response announce(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        String edit = form.text("edit");
        if (edit != null) {
            QuestionLines.of(form).edited(form, edit).into(form);
            return Response.ok(make(form)).build();
        }
        QuestionLines questions = QuestionLines.of(form).asked(form);
        questions.into(form);
        return forms.made(form, () -> surveys.announce(command(form, questions)))
                .map(made -> Response.seeOther(URI.create("/surveys/" + made.number())))
                .orElseGet(() -> Response.status(422).entity(make(form)))
                .build();
    }

    private static SurveyCommand command(Form form, QuestionLines lines) {
        LocalDate notifiedOn = form.date("notifiedOn");
        LocalDate from = form.date("from");
        LocalDate until = form.date("until");
        LocalDate answerBy = form.date("answerBy");
        List<SurveyCommand.Question> questions = lines.questions(form);
        form.need("from", "until", "answerBy", "institutions", "questions.0.text")
                .check();
        return new SurveyCommand(
                form.textOrEmpty("title"),
                form.textOrEmpty("purpose"),
                form.text("documentNumber"),
                notifiedOn,
                Objects.requireNonNull(from),
                Objects.requireNonNull(until),
                Objects.requireNonNull(answerBy),
                form.text("urgentReason"),
                Stream.of(form.textOrEmpty("institutions").split("[\\s,]+"))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                questions,
                form.flag("exercise"));
    }
}
