package io.haetae.intake;

import io.haetae.kernel.Actor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says field by field why a silence cannot be. */
@ApplicationScoped
class SilenceCheck {

    private static final Duration FURTHEST = Duration.ofDays(31);

    private final Sql sql;
    private final SystemService systems;
    private final IntakeConfig config;

    SilenceCheck(Sql sql, SystemService systems, IntakeConfig config) {
        this.sql = sql;
        this.systems = systems;
        this.config = config;
    }

    /** The system that it names, if it names one. */
    @Nullable
    SystemView require(SilenceCommand said, Instant from, Instant now, Actor by) {
        List<FieldError> wrong = new ArrayList<>();
        times(said, from, now, wrong);
        if (said.source() == null && said.system() == null && said.site() == null && said.label() == null) {
            wrong.add(new FieldError("/system", "required-one-of", Map.of("allowed", "source, system, site, label")));
        }
        if (said.label() != null && said.value() == null) {
            wrong.add(FieldError.of("/value", "required"));
        }
        if (said.label() == null && said.value() != null) {
            wrong.add(FieldError.of("/label", "required"));
        }
        if (said.source() != null && !exists("select 1 from intake_source where name = ?", said.source())) {
            wrong.add(FieldError.of("/source", "unknown-source", said.source()));
        }
        if (said.site() != null && !exists("select 1 from register_site where code = ?", said.site())) {
            wrong.add(FieldError.of("/site", "unknown-site", said.site()));
        }
        SystemView system = said.system() == null ? null : system(said.system(), by, wrong);
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
        return system;
    }

    private void times(SilenceCommand said, Instant from, Instant now, List<FieldError> wrong) {
        Duration length = Duration.between(from, said.until());
        if (length.isNegative() || length.isZero()) {
            wrong.add(FieldError.of("/until", "end-before-begin"));
        } else if (!said.until().isAfter(now)) {
            wrong.add(FieldError.of("/until", "in-the-past"));
        } else if (from.isAfter(now.plus(FURTHEST))) {
            wrong.add(new FieldError("/from", "too-far-ahead", Map.of("allowed", FURTHEST.toDays())));
        } else if (length.compareTo(config.longestSilence()) > 0) {
            wrong.add(new FieldError(
                    "/until",
                    "silence-too-long",
                    Map.of("allowed", config.longestSilence().toHours())));
        }
    }

    private @Nullable SystemView system(String code, Actor by, List<FieldError> wrong) {
        SystemView system = systems.find(code)
                .filter(found -> by.scope().reaches(found.scopeKeys()))
                .orElse(null);
        if (system == null) {
            wrong.add(FieldError.of("/system", "unknown-system", code));
        }
        return system;
    }

    private boolean exists(String query, String key) {
        return sql.first(query, row -> true, key).isPresent();
    }
}
