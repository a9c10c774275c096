package io.haetae.grading;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.rule.BulkGrader;
import io.haetae.rule.RuleRef;
import io.haetae.rule.SystemGradeRules;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rules for system grades that are only being written would change. */
@Path("/rules/draft")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DraftPreviewPages {

    private static final List<Integer> GRADES = List.of(1, 2, 3, 4, 0);

    private final SystemGradeRules rules;
    private final PreviewRuns runs;
    private final CurrentActor actor;
    private final Forms forms;
    private final Clock clock;

    DraftPreviewPages(SystemGradeRules rules, PreviewRuns runs, CurrentActor actor, Forms forms, Clock clock) {
        this.rules = rules;
        this.runs = runs;
        this.actor = actor;
        this.forms = forms;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "grading")
    static class Templates {

        /**
         * The text and what it would change.
         *
         * @param run how far it is, null before it was asked
         * @param view what came of it, null before
         * @param problems what is wrong with the text
         */
        static native TemplateInstance draftPreview(
                Form form,
                List<Integer> grades,
                @Nullable PreviewRun run,
                String here,
                @Nullable PreviewView view,
                List<?> problems);
    }

    /** The form; then how far it is and what came of it, with the text. */
    @GET
    @RolesAllowed({"ADMIN", "AUTHORITY"})
    public TemplateInstance form(@QueryParam("run") @Nullable UUID run) {
        Optional<PreviewRun> kept = run == null
                ? Optional.empty()
                : runs.find(run, actor.get().username()).filter(PreviewRun::draft);
        return kept.map(DraftPreviewPages::page)
                .orElseGet(() -> Templates.draftPreview(Form.blank(), GRADES, null, "", null, List.of()));
    }

    private static TemplateInstance page(PreviewRun run) {
        PreviewFilter filter = run.ask().filter();
        Form form = Form.blank()
                .put("content", run.content())
                .put("from", filter.from())
                .put("to", filter.to())
                .put("institution", filter.institution());
        return Templates.draftPreview(form, GRADES, run, "/rules/draft?run=" + run.id(), run.view(), List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "AUTHORITY"})
    public Response preview(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.made(form, () -> begin(form))
                .map(run -> Response.seeOther(URI.create("/rules/draft?run=" + run)))
                .orElseGet(
                        () -> Response.status(422).entity(Templates.draftPreview(form, GRADES, null, "", null, (List<?>)
                                form.facts().getOrDefault("problems", List.of()))))
                .build();
    }

    private UUID begin(Form form) {
        form.need("content");
        PreviewFilter filter = new PreviewFilter(form.integer("from"), form.integer("to"), form.text("institution"));
        form.check();
        String content = form.value("content").replace("\r\n", "\n");
        BulkGrader draft = rules.draft(content);
        return runs.begin(
                actor.get().username(),
                RuleRef.pinned(draft.ruleSet(), draft.version()),
                new PreviewAsk(filter, Page.MAX_LIMIT, null),
                content,
                clock.instant());
    }
}
