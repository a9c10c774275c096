package io.haetae.grading;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a version of the rules for system grades would change: a matrix, and the list behind each of its cells. */
@Path("/rules/{kind}/{name}/versions/{version}/preview")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PreviewPages {

    private final SystemGradeRules rules;
    private final PreviewRuns runs;
    private final CurrentActor actor;
    private final Clock clock;

    PreviewPages(SystemGradeRules rules, PreviewRuns runs, CurrentActor actor, Clock clock) {
        this.rules = rules;
        this.runs = runs;
        this.actor = actor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "grading", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        /**
         * The page.
         *
         * @param here its own address, to look again while it is being computed
         */
        static native TemplateInstance whatIf(
                PreviewRun run,
                String here,
                RuleRef ref,
                List<Integer> grades,
                @Nullable PreviewView view,
                Page<PreviewRow> page,
                Form filter);
    }

    /**
     * How far it is, then what came of it. Asked for something else, or for what is no longer kept, it begins anew. A GET
     * begins it, because the links and the filter of the page lead to it without JavaScript, and because it changes nothing
     * of the register; nobody has more than one of a version waiting.
     */
    @GET
    @Authenticated
    public Response preview(
            @Valid @BeanParam PreviewApi.Query query, @QueryParam("run") @Nullable UUID run, UriInfo uri) {
        RuleRef ref = query.ref();
        PreviewAsk ask = ask(query);
        Optional<PreviewRun> kept = run == null
                ? Optional.empty()
                : runs.find(run, actor.get().username())
                        .filter(one -> !one.draft()
                                && one.ref().equals(ref)
                                && one.ask().equals(ask));
        return kept.map(one -> Response.ok(page(one, uri)).build())
                .orElseGet(() -> Response.seeOther(UriBuilder.fromUri(uri.getRequestUri())
                                .replaceQueryParam("run", begin(ref, ask))
                                .build())
                        .build());
    }

    private static PreviewAsk ask(PreviewApi.Query query) {
        if (query.cursor != null) {
            Cursor.parse(query.cursor, 1);
        }
        return new PreviewAsk(query.filter(), Page.limit(query.limit), query.cursor);
    }

    private UUID begin(RuleRef ref, PreviewAsk ask) {
        rules.bulk(ref); // refuses what is no version of such rules before anybody waits for it
        return runs.begin(actor.get().username(), ref, ask, null, clock.instant());
    }

    private static TemplateInstance page(PreviewRun run, UriInfo uri) {
        PreviewView view = run.view();
        Page<PreviewRow> page = view == null ? new Page<>(List.of(), null) : new Page<>(view.items(), view.next());
        return Templates.whatIf(
                run,
                uri.getRequestUri().getRawPath() + "?" + uri.getRequestUri().getRawQuery(),
                run.ref(),
                Stream.of(1, 2, 3, 4, 0).toList(),
                view,
                page,
                Form.of(uri.getQueryParameters()));
    }
}
