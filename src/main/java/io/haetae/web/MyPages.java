package io.haetae.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What waits for the reader. Each part is a page of the room it belongs to, which this one fetches by its address. */
@Path("/my")
@Blocking
@Produces(MediaType.TEXT_HTML)
class MyPages {

    /** Rooms add their part here. */
    private static final List<Part> PARTS = List.of(
            new Part("runs", "web.my.runs", "/runs/mine", "#mine"),
            new Part("hand-overs", "duty.hand-overs", "/hand-overs", "#my-hand-overs"),
            new Part("duty", "duty.mine", "/duty", "#my-duty"),
            new Part("continuity", "continuity.mine", "/continuity/mine", "#my-receipts"),
            new Part("support", "support.mine", "/support/mine", "#my-support"),
            new Part("reviews", "review.mine", "/reviews/mine", "#my-reviews"),
            new Part("actions", "remedy.mine", "/actions/mine", "#my-actions"),
            new Part("failure-plans", "remedy.failure-plan.waiting", "/failure-plans/mine", "#my-failure-plans"),
            new Part("surveys", "remedy.survey.mine", "/surveys/mine", "#my-surveys"),
            new Part("tasks", "remedy.task.mine", "/policy-programmes/mine", "#my-tasks"),
            new Part("rebuilds", "rebuild.mine", "/rebuilds/mine", "#my-rebuilds"),
            new Part("changes", "change.mine", "/changes/mine", "#my-changes"),
            new Part("delegations", "identity.delegations", "/delegations", "#my-delegations"));

    /**
     * One part.
     *
     * @param text key of its title
     * @param select what is taken of the page
     */
    public record Part(String name, String text, String path, String select) {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance my(List<Part> parts);
    }

    @GET
    @Authenticated
    public TemplateInstance my() {
        return Templates.my(PARTS);
    }
}
