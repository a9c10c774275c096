package io.haetae.crisis;

import io.haetae.incident.IncidentFilter;
import io.haetae.incident.IncidentReadService;
import io.haetae.incident.IncidentRow;
import io.haetae.incident.IncidentState;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Incidents that a reader may put into a crisis, as choices of a form. */
@ApplicationScoped
class OpenIncidents {

    private final IncidentReadService incidents;

    OpenIncidents(IncidentReadService incidents) {
        this.incidents = incidents;
    }

    /** The latest that are not closed, without those named. */
    List<Form.Option> without(Actor reader, Set<String> without) {
        IncidentFilter open =
                new IncidentFilter(List.of(IncidentState.OPEN, IncidentState.RECOVERED), null, null, null, null, null);
        Page<IncidentRow> page = incidents.list(open, reader, Page.MAX_LIMIT, null);
        return page.items().stream()
                .filter(row -> !without.contains(row.number()))
                .map(row -> new Form.Option(row.number(), row.number() + " " + row.title()))
                .toList();
    }
}
