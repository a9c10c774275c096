package io.haetae.intake;

import io.haetae.intake.AlertStore.Closed;
import io.haetae.intake.Opening.Opened;
import io.haetae.intake.Reading.Signal;
import io.haetae.intake.Reading.Unreadable;
import io.haetae.intake.SilenceWatch.Quiet;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a sender what became of each alert, in the order in which it named them. */
@ApplicationScoped
class Fates {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Texts texts;
    private final RequestLanguage language;
    private final SilenceWatch silences;

    Fates(Texts texts, RequestLanguage language, SilenceWatch silences) {
        this.texts = texts;
        this.language = language;
        this.silences = silences;
    }

    List<Fate> tell(Kept kept, Map<UUID, Opened> opened) {
        return new Teller(kept, opened, quiet(kept, opened), texts, language.get()).all();
    }

    /** Why those that have come to no incident are quiet. */
    private Map<UUID, Quiet> quiet(Kept kept, Map<UUID, Opened> opened) {
        return silences.of(kept.taken().values().stream()
                .filter(alert -> alert.system() != null && !opened.containsKey(alert.system()))
                .filter(alert -> alert.incident() == null && !alert.dismissed() && !alert.early())
                .map(Taken::id)
                .toList());
    }

    private static final class Teller {

        private final Kept kept;
        private final Map<UUID, Opened> opened;
        private final Map<UUID, Quiet> quiet;
        private final Texts texts;
        private final Locale locale;
        private final Set<String> told = new HashSet<>();

        Teller(Kept kept, Map<UUID, Opened> opened, Map<UUID, Quiet> quiet, Texts texts, Locale locale) {
            this.kept = kept;
            this.opened = opened;
            this.quiet = quiet;
            this.texts = texts;
            this.locale = locale;
        }

        List<Fate> all() {
            List<Fate> fates = new ArrayList<>(kept.readings().size());
            for (Reading reading : kept.readings()) {
                if (reading instanceof Signal signal) {
                    fates.add(signal.firing() ? firing(signal) : resolved(signal));
                } else if (reading instanceof Unreadable unreadable) {
                    String why = texts.text(locale, "intake.refused." + unreadable.reason(), unreadable.facts());
                    fates.add(new Fate(unreadable.fingerprint(), Outcome.REFUSED, null, why));
                }
            }
            return fates;
        }

        private Fate firing(Signal signal) {
            String fingerprint = signal.fingerprint();
            Taken alert = Objects.requireNonNull(kept.taken().get(fingerprint));
            Opened come = alert.system() == null ? null : opened.get(alert.system());
            boolean again = !told.add(fingerprint);
            if (alert.early()) {
                return fate(fingerprint, Outcome.RESOLVED, "early", alert.incident(), Map.of());
            }
            if (come != null && alert.id().equals(come.by()) && !again) {
                return fate(fingerprint, Outcome.OPENED, "OPENED", come.number(), Map.of());
            }
            Quiet hushed = quiet.get(alert.id());
            if (hushed != null) {
                String until = MINUTE.format(hushed.until().atZone(Zones.SEOUL));
                Map<String, Object> facts = Map.of("until", until, "said", hushed.said());
                return fate(fingerprint, Outcome.QUIETED, hushed.cause().name(), null, facts);
            }
            String incident = come == null ? alert.incident() : come.number();
            if (!alert.fresh() || again) {
                return repeat(fingerprint, alert, incident);
            }
            if (alert.system() == null) {
                String said = Objects.requireNonNullElse(signal.system(), "");
                String why = said.isEmpty() ? "no-system" : "UNKNOWN_SYSTEM";
                return fate(fingerprint, Outcome.UNKNOWN_SYSTEM, why, null, Map.of("system", said));
            }
            if (incident == null) {
                return fate(fingerprint, Outcome.OPENED, "soon", null, Map.of());
            }
            return fate(fingerprint, Outcome.ATTACHED, "ATTACHED", incident, Map.of());
        }

        private Fate repeat(String fingerprint, Taken alert, @Nullable String incident) {
            String why = alert.dismissed() ? "dismissed" : alert.system() == null ? "waiting" : "DUPLICATE";
            return fate(fingerprint, Outcome.DUPLICATE, why, incident, Map.of("received", alert.received()));
        }

        private Fate resolved(Signal signal) {
            Closed one = kept.closed().get(signal.fingerprint());
            if (one == null) {
                return fate(signal.fingerprint(), Outcome.RESOLVED, "not-open", null, Map.of());
            }
            String why = one.incident() == null ? "RESOLVED" : "resolved-incident";
            return fate(signal.fingerprint(), Outcome.RESOLVED, why, one.incident(), Map.of());
        }

        private Fate fate(
                String fingerprint, Outcome outcome, String why, @Nullable String incident, Map<String, Object> facts) {
            return new Fate(fingerprint, outcome, incident, texts.text(locale, "intake.why." + why, facts));
        }
    }
}
