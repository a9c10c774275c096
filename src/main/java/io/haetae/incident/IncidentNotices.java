package io.haetae.incident;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Hears from the room that publishes: what the public has been told meets the incident's clocks. */
@ApplicationScoped
public class IncidentNotices {

    private static final String FIRST = "PUBLIC_NOTICE";
    private static final String RENEWED = "PUBLIC_NOTICE_REPEAT";

    private final Incidents incidents;
    private final ReportingClockwork clocks;
    private final Chronicle chronicle;
    private final Clock clock;

    IncidentNotices(Incidents incidents, ReportingClockwork clocks, Chronicle chronicle, Clock clock) {
        this.incidents = incidents;
        this.clocks = clocks;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** A notice about the incident has been published: the first is given, and the next is due so long after it. */
    @Transactional(TxType.MANDATORY)
    public void published(String number, LocalizedText title, String by) {
        Instant now = clock.instant();
        Incident incident =
                incidents.resolve(number, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refusal::notFound);
        clocks.meetIfOpen(incident, FIRST, now, by, now);
        clocks.meetIfOpen(incident, RENEWED, now, by, now);
        chronicle.write(
                incident,
                "incident.public-told",
                "PUBLIC_TOLD",
                now,
                now,
                Map.of("whatKo", title.ko(), "whatEn", title.en()));
    }
}
