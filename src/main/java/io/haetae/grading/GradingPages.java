package io.haetae.grading;

import io.haetae.grading.AssessmentFilter.Task;
import io.haetae.grading.GradingTemplates.Tab;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.kernel.Role;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Path("/grading")
@Blocking
@Produces(MediaType.TEXT_HTML)
class GradingPages {

    private final AssessmentListService lists;
    private final CurrentActor actor;

    GradingPages(AssessmentListService lists, CurrentActor actor) {
        this.lists = lists;
        this.actor = actor;
    }

    /** Without a wish, what waits for the reader; everything when nothing does. */
    @GET
    @Authenticated
    public TemplateInstance list(@BeanParam AssessmentApi.Query query, UriInfo uri) {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        List<Tab> tabs = tabs();
        Task task = query.task;
        if (asked.isEmpty()) {
            task = tabs.stream()
                    .filter(tab -> tab.task() != null && tab.count() > 0)
                    .map(Tab::task)
                    .findFirst()
                    .orElse(null);
        }
        AssessmentFilter filter = new AssessmentFilter(query.state, query.institution(), query.system(), task);
        Page<AssessmentRow> page = lists.list(actor.get().scope(), filter, query.limit(), query.cursor);
        Map<AssessmentState, Long> counts = lists.counts(actor.get().scope(), AssessmentFilter.NONE);
        return GradingTemplates.list(page, chosen(tabs, task), counts, Form.of(asked));
    }

    private List<Tab> tabs() {
        Actor reader = actor.get();
        List<Tab> tabs = new ArrayList<>();
        if (reader.hasAny(Role.OFFICER)) {
            tabs.add(tab(Task.ANSWER));
        }
        if (reader.hasAny(Role.AUTHORITY)) {
            tabs.add(tab(Task.DECIDE));
        }
        tabs.add(tab(null));
        return tabs;
    }

    private Tab tab(@Nullable Task task) {
        AssessmentFilter filter = new AssessmentFilter(null, null, null, task);
        long count = lists.counts(actor.get().scope(), filter).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Tab(task, count, false);
    }

    private static List<Tab> chosen(List<Tab> tabs, @Nullable Task task) {
        return tabs.stream()
                .map(tab -> new Tab(tab.task(), tab.count(), tab.task() == task))
                .toList();
    }
}
