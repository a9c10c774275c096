package io.haetae.incident;

import io.haetae.duty.Escalation;
import io.haetae.duty.Escalations;
import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads incidents, for those in whose scope they are. */
@ApplicationScoped
public class IncidentReadService {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Incidents incidents;
    private final IncidentRows rows;
    private final IncidentViews views;
    private final GradeRecords grades;
    private final TimelineRecords timeline;
    private final Escalations escalations;
    private final Texts texts;

    IncidentReadService(
            Incidents incidents,
            IncidentRows rows,
            IncidentViews views,
            GradeRecords grades,
            TimelineRecords timeline,
            Escalations escalations,
            Texts texts) {
        this.incidents = incidents;
        this.rows = rows;
        this.views = views;
        this.grades = grades;
        this.timeline = timeline;
        this.escalations = escalations;
        this.texts = texts;
    }

    /** The incident, or a refusal (404). */
    @Transactional
    public IncidentView get(String number, Actor actor) {
        return views.view(incidents.read(number, actor));
    }

    /** One page of incidents, the newest first. */
    public Page<IncidentRow> list(
            IncidentFilter filter, Scope scope, boolean seesAll, int limit, @Nullable String cursor) {
        return rows.list(filter, scope, seesAll, limit, cursor);
    }

    /** One page of the incidents this actor may see, the newest first. */
    public Page<IncidentRow> list(IncidentFilter filter, Actor actor, int limit, @Nullable String cursor) {
        return rows.list(filter, actor.scope(), Incidents.seesAll(actor), limit, cursor);
    }

    /** Every grade there was, computed or decided, the newest first. */
    @Transactional
    public List<GradeEntry> grades(String number, Actor actor) {
        return grades.of(incidents.read(number, actor).id).stream()
                .map(IncidentReadService::entry)
                .toList();
    }

    /** What happened, in order of when it happened; the times of the incident itself and its call-outs are entries too. */
    @Transactional
    public List<TimelineEntry> timeline(String number, Actor actor) {
        Incident incident = incidents.read(number, actor);
        List<TimelineEntry> entries = new ArrayList<>(times(incident));
        timeline.of(incident.id).forEach(record -> entries.add(entry(record)));
        entries.addAll(CallEntries.of(escalations.of(Telling.INCIDENT, incident.number), texts));
        entries.sort(Comparator.comparing(TimelineEntry::at).thenComparing(TimelineEntry::recordedAt));
        return entries;
    }

    /** The call-outs, the newest first: who was told, who is next, who answered. */
    @Transactional
    public List<Escalation> escalations(String number, Actor actor) {
        return escalations.of(Telling.INCIDENT, incidents.read(number, actor).number);
    }

    private Stream<TimelineEntry> time(Incident incident, String kind, @Nullable Instant at) {
        return at == null
                ? Stream.empty()
                : Stream.of(new TimelineEntry(
                        at, incident.recordedAt, kind, texts.both("timeline." + kind, Map.of()), "", null));
    }

    private List<TimelineEntry> times(Incident incident) {
        return Stream.of(
                        time(incident, "OCCURRED", incident.occurredAt),
                        time(incident, "DETECTED", incident.detectedAt),
                        time(incident, "RECOGNISED", incident.recognisedAt))
                .flatMap(entries -> entries)
                .toList();
    }

    private TimelineEntry entry(TimelineRecord record) {
        String note = record.text;
        LocalizedText text = note == null ? words(record) : new LocalizedText(note, note);
        return new TimelineEntry(record.at, record.recordedAt, record.kind, text, record.actor, record.under);
    }

    private LocalizedText words(TimelineRecord record) {
        return new LocalizedText(words(record, Locale.KOREAN), words(record, Locale.ENGLISH));
    }

    /** How somebody was reached is a code in the record, and a deadline or a procedure has a name in each language. */
    private String words(TimelineRecord record, Locale locale) {
        Map<String, Object> data = new HashMap<>(record.data);
        data.computeIfPresent("causeKind", (key, kind) -> texts.text(locale, "incident.cause-kind." + kind));
        data.computeIfPresent("until", (key, until) -> shown(Instant.parse(String.valueOf(until))));
        data.computeIfPresent("by", (key, by) -> texts.text(locale, "duty.by." + by));
        Object name = record.data.get(locale.equals(Locale.KOREAN) ? "nameKo" : "nameEn");
        if (name != null) {
            data.put("deadline", name);
        }
        for (String named : List.of("manual", "step", "outcome", "what")) {
            Object words = record.data.get(named + (locale.equals(Locale.KOREAN) ? "Ko" : "En"));
            data.put(named, words == null ? "" : words);
        }
        return texts.text(locale, "timeline." + record.kind, data).strip();
    }

    private static String shown(Instant at) {
        return SHOWN.format(at.atZone(Zones.SEOUL));
    }

    private static GradeEntry entry(GradeRecord record) {
        LocalizedText failure = record.failureKo == null || record.failureEn == null
                ? null
                : new LocalizedText(record.failureKo, record.failureEn);
        return new GradeEntry(
                record.at,
                record.origin.name(),
                record.grade,
                record.ruleSet,
                record.version,
                record.sha256,
                record.facts,
                Objects.requireNonNullElse(record.reasons, List.of()),
                failure,
                record.reason,
                record.decidedBy);
    }
}
