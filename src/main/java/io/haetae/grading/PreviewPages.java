package io.haetae.grading;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.rule.RuleRef;
import io.haetae.rule.SystemGradeRules;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a version of the rules for system grades would change: a matrix, and the list behind each of its cells. */
@Path("/rules/{kind}/{name}/versions/{version}/preview")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PreviewPages {

    private final SystemGradeRules rules;
    private final PreviewService previews;
    private final CurrentActor actor;

    PreviewPages(SystemGradeRules rules, PreviewService previews, CurrentActor actor) {
        this.rules = rules;
        this.previews = previews;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "grading", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        /**
         * The page.
         *
         * @param ask the query, for the part that is fetched later
         * @param view null while it is being computed
         */
        static native TemplateInstance whatIf(
                RuleRef ref,
                String ask,
                List<Integer> grades,
                @Nullable PreviewView view,
                Page<PreviewRow> page,
                Form filter);

        /** The part that is fetched. */
        static native TemplateInstance whatIf$result(
                RuleRef ref,
                String ask,
                List<Integer> grades,
                @Nullable PreviewView view,
                Page<PreviewRow> page,
                Form filter);
    }

    /** The frame at once, with the progress of what is fetched into it; the whole when a script is not there to fetch. */
    @GET
    @Authenticated
    public TemplateInstance preview(
            @Valid @BeanParam PreviewApi.Query query,
            @QueryParam("now") boolean now,
            @HeaderParam("HX-Request") @Nullable String htmx,
            UriInfo uri) {
        String asked = uri.getRequestUri().getRawQuery();
        String ask = asked == null ? "?now=true" : "?now=true&" + asked.replaceAll("&?now=true", "");
        List<Integer> grades = Stream.of(1, 2, 3, 4, 0).toList();
        Form filter = Form.of(uri.getQueryParameters());
        if (!now) {
            return Templates.whatIf(query.ref(), ask, grades, null, new Page<>(List.of(), null), filter);
        }
        PreviewView view = previews.preview(
                rules.bulk(query.ref()), query.filter(), actor.get().scope(), Page.limit(query.limit), query.cursor);
        Page<PreviewRow> page = new Page<>(view.items(), view.next());
        return htmx == null
                ? Templates.whatIf(query.ref(), ask, grades, view, page, filter)
                : Templates.whatIf$result(query.ref(), ask, grades, view, page, filter);
    }
}
