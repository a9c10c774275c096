package io.haetae.guidance;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public JSON of Statuspage, version 2, field by field: what its many clients read already. */
final class Statuspage {

    private Statuspage() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Page(String id, String name, String url, String timeZone, Instant updatedAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Status(String indicator, String description) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Component(
            String id,
            String name,
            String status,
            Instant createdAt,
            Instant updatedAt,
            int position,
            @Nullable String description,
            boolean showcase,
            @Nullable String startDate,
            @Nullable String groupId,
            String pageId,
            boolean group,
            boolean onlyShowIfDegraded) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Incident(
            String id,
            String name,
            String status,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant monitoringAt,
            @Nullable Instant resolvedAt,
            String impact,
            String shortlink,
            Instant startedAt,
            String pageId,
            List<Update> incidentUpdates,
            List<Component> components) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Update(
            String id,
            String status,
            String body,
            String incidentId,
            Instant createdAt,
            Instant updatedAt,
            Instant displayAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Summary(
            Page page,
            List<Component> components,
            List<Incident> incidents,
            List<Maintenance> scheduledMaintenances,
            Status status) {}

    /** Planned work: an incident with a time. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Maintenance(
            String id,
            String name,
            String status,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant monitoringAt,
            @Nullable Instant resolvedAt,
            String impact,
            String shortlink,
            Instant startedAt,
            String pageId,
            List<Update> incidentUpdates,
            List<Component> components,
            Instant scheduledFor,
            Instant scheduledUntil) {}

    record StatusOnly(Page page, Status status) {}

    record Components(Page page, List<Component> components) {}

    record Incidents(Page page, List<Incident> incidents) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Maintenances(Page page, List<Maintenance> scheduledMaintenances) {}
}
