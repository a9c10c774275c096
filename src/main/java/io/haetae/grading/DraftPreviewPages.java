package io.haetae.grading;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules for system grades that are only being written would change: the text stays on the page. */
@Path("/rules/draft")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DraftPreviewPages {

    private static final List<Integer> GRADES = List.of(1, 2, 3, 4, 0);

    private final SystemGradeRules rules;
    private final PreviewService previews;
    private final CurrentActor actor;
    private final Forms forms;

    DraftPreviewPages(SystemGradeRules rules, PreviewService previews, CurrentActor actor, Forms forms) {
        this.rules = rules;
        this.previews = previews;
        this.actor = actor;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "grading")
    static class Templates {

        /**
         * The text and what it would change.
         *
         * @param view null before it was asked
         * @param problems what is wrong with the text
         */
        static native TemplateInstance draftPreview(
                Form form, List<Integer> grades, @Nullable PreviewView view, List<?> problems);
    }

    @GET
    @RolesAllowed({"ADMIN", "AUTHORITY"})
    public TemplateInstance form() {
        return Templates.draftPreview(Form.blank(), GRADES, null, List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "AUTHORITY"})
    public Response preview(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.made(form, () -> asked(form))
                .map(view -> Response.ok(Templates.draftPreview(form, GRADES, view, List.of())))
                .orElseGet(() -> Response.status(422).entity(Templates.draftPreview(form, GRADES, null, (List<?>)
                        form.facts().getOrDefault("problems", List.of()))))
                .build();
    }

    private PreviewView asked(Form form) {
        form.need("content");
        PreviewFilter filter = new PreviewFilter(form.integer("from"), form.integer("to"), form.text("institution"));
        form.check();
        return previews.preview(
                rules.draft(form.value("content").replace("\r\n", "\n")),
                filter,
                actor.get().scope(),
                Page.MAX_LIMIT,
                null);
    }
}
