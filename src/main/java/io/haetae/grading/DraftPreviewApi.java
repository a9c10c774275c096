package io.haetae.grading;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.haetae.rule.SystemGradeRules;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What rules for system grades that are only being written would change; the text is not kept. */
@Path("/api/v1/rule-sets/preview")
class DraftPreviewApi {

    private final SystemGradeRules rules;
    private final PreviewService previews;
    private final CurrentActor actor;

    DraftPreviewApi(SystemGradeRules rules, PreviewService previews, CurrentActor actor) {
        this.rules = rules;
        this.previews = previews;
        this.actor = actor;
    }

    /** The rules as YAML. */
    record Draft(@NotBlank @Size(max = 500_000) String content) {}

    @POST
    @RolesAllowed({"ADMIN", "AUTHORITY"})
    public PreviewView preview(@Valid @BeanParam PreviewApi.Wanted query, @NotNull @Valid Draft draft) {
        return previews.preview(
                rules.draft(draft.content()),
                query.filter(),
                actor.get().scope(),
                Page.limit(query.limit),
                query.cursor);
    }
}
