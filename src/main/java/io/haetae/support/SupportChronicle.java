package io.haetae.support;

import io.haetae.audit.Journal;
import io.haetae.incident.IncidentSupport;
import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes a step down where people look for it: in the journal, in the timeline of the incident, in messages. */
@ApplicationScoped
class SupportChronicle {

    private final Journal journal;
    private final IncidentSupport incidents;
    private final SupportMessages messages;
    private final Texts texts;

    SupportChronicle(Journal journal, IncidentSupport incidents, SupportMessages messages, Texts texts) {
        this.journal = journal;
        this.incidents = incidents;
        this.messages = messages;
        this.texts = texts;
    }

    /** It was asked for or offered. */
    void asked(SupportRequest request, Subject subject, Actor by) {
        SupportStep step = record(request);
        incidents.asked(request.incident, what(request, step), step.at, by.name());
        messages.told(request, subject, true, List.of(), by);
    }

    /** Another step was taken. */
    void went(SupportRequest request, Subject subject, boolean open, List<SupportPerson> relieved, Actor by) {
        SupportStep step = record(request);
        incidents.went(request.incident, what(request, step), step.at);
        messages.told(request, subject, open, relieved, by);
    }

    private SupportStep record(SupportRequest request) {
        SupportStep step = request.steps.get(request.steps.size() - 1);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("state", request.state);
        data.put("system", request.code);
        data.put("incident", request.incident);
        data.put("at", step.at.toString());
        data.put("people", request.sent().stream().map(each -> each.username).toList());
        data.put("text", Objects.requireNonNullElse(step.text, ""));
        journal.record(step.rule, SupportService.SUBJECT, request.number, data);
        return step;
    }

    private LocalizedText what(SupportRequest request, SupportStep step) {
        return new LocalizedText(what(Locale.KOREAN, request, step), what(Locale.ENGLISH, request, step));
    }

    private String what(Locale locale, SupportRequest request, SupportStep step) {
        String people = request.sent().stream().map(each -> each.name).collect(Collectors.joining(", "));
        return texts.text(
                        locale,
                        "support.timeline",
                        Map.of(
                                "what",
                                texts.text(locale, "support.rule." + step.rule, Map.of()),
                                "system",
                                request.code,
                                "number",
                                request.number,
                                "people",
                                people))
                .strip();
    }
}
