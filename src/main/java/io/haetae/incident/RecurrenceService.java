package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemView;
import io.haetae.rule.Recurrences;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of what kind a cause is, and by the rules in force whether it is the cause of a repeated failure. */
@ApplicationScoped
class RecurrenceService {

    private static final String PAST = """
            select i.number, coalesce(i.occurred_at, i.detected_at, i.recognised_at, i.recorded_at) as at, i.cause_kind,
                   array_agg(s.code order by s.code) as codes,
                   i.scope && ? or i.visibility = 'NORMAL' and ? or ? as visible
              from incident i join incident_system s on s.incident = i.id
             where s.system = any (?) and i.id <> ? and i.kind = 'FAILURE' and i.state <> 'CANCELLED' and not i.exercise
               and i.recorded_at >= ?
             group by i.id order by i.seq desc limit 1000
            """;

    private final Incidents incidents;
    private final IncidentViews views;
    private final RuleSets rules;
    private final Chronicle chronicle;
    private final Sql sql;
    private final CurrentActor current;
    private final Clock clock;

    RecurrenceService(
            Incidents incidents,
            IncidentViews views,
            RuleSets rules,
            Chronicle chronicle,
            Sql sql,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.views = views;
        this.rules = rules;
        this.chronicle = chronicle;
        this.sql = sql;
        this.current = current;
        this.clock = clock;
    }

    /** A failure of the past, and whether the reader may see it. */
    private record Seen(Recurrences.Failure failure, boolean visible) {}

    /** Says of what kind the cause is. */
    @Transactional
    public RecurrenceView classify(String number, CauseKind kind, @Nullable String note) {
        Actor actor = current.require(Verb.CLASSIFY.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.CLASSIFY.check(incident);
        if (incident.causeKind != kind) {
            Map<String, Object> data = Map.of(
                    "from", incident.causeKind == null ? "" : incident.causeKind.name(),
                    "causeKind", kind.name(),
                    "note", Objects.requireNonNullElse(note, ""));
            incident.causeKind = kind;
            incidents.flush();
            RecurrenceView view = view(incident, actor);
            chronicle.write(incident, Verb.CLASSIFY.rule(), "CAUSE_CLASSIFIED", now, now, data);
            for (RecurrenceView.Found found : view.found()) {
                told(incident, found, now);
            }
            return view;
        }
        return view(incident, actor);
    }

    /** A rule that holds is told in the timeline once. */
    private void told(Incident incident, RecurrenceView.Found found, Instant now) {
        String key = found.rule() + " " + found.system();
        boolean before = sql.first(
                        "select 1 from incident_timeline where incident = ? and kind = 'REPEATED' and data ->> 'key' = ?",
                        row -> true,
                        incident.id,
                        key)
                .isPresent();
        if (!before) {
            chronicle.write(
                    incident,
                    "incident.repeated",
                    "REPEATED",
                    now,
                    now,
                    Map.of(
                            "key",
                            key,
                            "whatKo",
                            found.says().ko(),
                            "whatEn",
                            found.says().en(),
                            "earlier",
                            found.earlier()));
        }
    }

    /** Whether it is a repeated failure, for those who may see it. */
    @Transactional
    public RecurrenceView of(String number, Actor reader) {
        return view(incidents.read(number, reader), reader);
    }

    private RecurrenceView view(Incident incident, Actor reader) {
        Recurrences recurrences = rules.recurrences().orElse(null);
        if (recurrences == null || incident.exercise || incident.state == IncidentState.CANCELLED) {
            return new RecurrenceView(null, null, incident.causeKind, List.of());
        }
        Map<String, SystemView> register =
                views.registerOf(incident).stream().collect(Collectors.toMap(SystemView::code, Function.identity()));
        List<Seen> past = past(incident, recurrences.months(), reader);
        Map<String, Boolean> visible =
                past.stream().collect(Collectors.toMap(seen -> seen.failure().number(), Seen::visible));
        Recurrences.Failure now = new Recurrences.Failure(
                incident.number,
                incident.onset(),
                incident.causeKind == null ? null : incident.causeKind.name(),
                register.keySet());
        List<RecurrenceView.Found> found = recurrences
                .find(now, past.stream().map(Seen::failure).toList())
                .stream()
                .map(finding -> found(incident, finding, register, visible))
                .toList();
        return new RecurrenceView(recurrences.ruleSet(), recurrences.version(), incident.causeKind, found);
    }

    private List<Seen> past(Incident incident, int months, Actor reader) {
        // recorded may be later than it happened, never earlier than it was noticed
        Instant since = incident.onset().atZone(Zones.SEOUL).minusMonths(months).toInstant();
        return sql.list(
                PAST,
                row -> new Seen(
                        new Recurrences.Failure(
                                Objects.requireNonNull(row.getString("number")),
                                Sql.requiredInstant(row, "at"),
                                row.getString("cause_kind"),
                                Set.copyOf(Arrays.asList((String[]) Objects.requireNonNull(row.getArray("codes"))
                                        .getArray()))),
                        row.getBoolean("visible")),
                reader.scope().keyArray(),
                reader.scope().all(),
                Incidents.seesAll(reader),
                incident.systems.stream().map(IncidentSystem::getSystem).toArray(UUID[]::new),
                incident.id,
                since);
    }

    private static RecurrenceView.Found found(
            Incident incident,
            Recurrences.Finding finding,
            Map<String, SystemView> register,
            Map<String, Boolean> visible) {
        SystemView system = finding.system() == null ? null : register.get(finding.system());
        String institution = system == null ? null : system.owner();
        List<String> earlier = finding.earlier().stream()
                .filter(number -> visible.getOrDefault(number, false))
                .toList();
        return new RecurrenceView.Found(
                finding.rule(),
                finding.name(),
                finding.source(),
                finding.system(),
                institution,
                earlier,
                finding.earlier().size() + 1,
                finding.says(),
                finding.recommends(),
                recommend(incident, institution, finding, earlier));
    }

    /** The form of a recommendation, filled in; a person makes it. */
    private static String recommend(
            Incident incident, @Nullable String institution, Recurrences.Finding finding, List<String> earlier) {
        LocalizedText says = finding.says();
        return "/actions/new?basis=REVIEW&subject.kind=INCIDENT&subject.id=" + incident.number + "&institution="
                + encoded(Objects.requireNonNullElse(institution, ""))
                + "&title=" + encoded(finding.recommends().ko())
                + "&text=" + encoded(says.ko() + " (" + String.join(", ", earlier) + ")");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
