package io.haetae.grading;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every grade that a system has had; with {@code asOf} the one that held then. */
@Path("/api/v1/systems/{code}/grades")
class GradeHistoryApi {

    private final GradeHistory history;
    private final SystemService systems;
    private final CurrentActor actor;

    GradeHistoryApi(GradeHistory history, SystemService systems, CurrentActor actor) {
        this.history = history;
        this.systems = systems;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Map<String, List<GradeHistory.Held>> list(String code, @QueryParam("asOf") @Nullable String asOf) {
        SystemView system = systems.require(code, actor.get().scope());
        List<GradeHistory.Held> held = asOf == null || asOf.isBlank()
                ? history.of(system)
                : history.at(system, instant(asOf)).stream().toList();
        return Map.of("items", held);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.field("/asOf", "not-a-time", text);
        }
    }
}
