package io.haetae.intake;

import io.haetae.audit.Journal;
import io.haetae.incident.MonitoredIncidents;
import io.haetae.incident.MonitoredIncidents.Happening;
import io.haetae.intake.AlertStore.Closed;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What alerts add to the timelines of incidents: one entry per post and incident, however many alerts it names. */
@ApplicationScoped
class Evidence {

    private static final int NAMED = 3;

    private final Sql sql;
    private final MonitoredIncidents incidents;
    private final Journal journal;

    Evidence(Sql sql, MonitoredIncidents incidents, Journal journal) {
        this.sql = sql;
        this.incidents = incidents;
        this.journal = journal;
    }

    /** The alert that opened an incident. */
    void opened(String number, String source, String title, String fingerprint, Instant at) {
        Map<String, Object> data = Map.of("source", source, "title", title, "fingerprint", fingerprint);
        incidents.tell(List.of(new Happening(number, "ALARM", at, data)));
    }

    /** A person said which system an alert is about, and so it came to an incident. */
    void assigned(String number, String source, String title, String fingerprint, Instant at) {
        Map<String, Object> data = Map.of("source", source, "title", title, "fingerprint", fingerprint);
        incidents.tell(List.of(new Happening(number, "ALARM_ASSIGNED", at, data)));
    }

    /** Alerts are over, says their source. */
    void resolved(Source source, List<Closed> closed, Instant now) {
        Map<String, List<Closed>> byIncident = new TreeMap<>();
        for (Closed one : closed) {
            if (one.incident() != null) {
                byIncident
                        .computeIfAbsent(one.incident(), none -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<String, Long> left = new HashMap<>();
        if (!byIncident.isEmpty()) {
            sql.list(
                    "select incident, count(*) from intake_alert where incident = any (?) group by incident",
                    row -> left.put(row.getString(1), row.getLong(2)),
                    (Object) byIncident.keySet().toArray(String[]::new));
        }
        List<Happening> happenings = new ArrayList<>();
        byIncident.forEach((number, alerts) -> {
            String titles = alerts.stream().limit(NAMED).map(Closed::title).collect(Collectors.joining(", "));
            happenings.add(new Happening(
                    number,
                    "ALARMS_RESOLVED",
                    now,
                    Map.of(
                            "source", source.name(),
                            "count", alerts.size(),
                            "titles", alerts.size() > NAMED ? titles + " …" : titles,
                            "left", left.getOrDefault(number, 0L))));
        });
        incidents.tell(happenings);
        journal.record(
                "intake.alerts-resolved",
                "INTAKE_SOURCE",
                source.name(),
                Map.of("alerts", closed.size(), "incidents", List.copyOf(byIncident.keySet())));
    }
}
