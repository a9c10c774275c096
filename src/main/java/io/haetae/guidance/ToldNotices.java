package io.haetae.guidance;

import io.haetae.continuity.PublicContinuity;
import io.haetae.incident.PublicStatements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The notices that the public reads, with the deadlines that move. */
@ApplicationScoped
class ToldNotices {

    private final NoticeRows notices;
    private final PublicContinuity continuity;
    private final PublicStatements statements;

    ToldNotices(NoticeRows notices, PublicContinuity continuity, PublicStatements statements) {
        this.notices = notices;
        this.continuity = continuity;
        this.statements = statements;
    }

    /** Notices of plans at work and what is said of incidents themselves, the newest first. */
    List<PublicNotice> since(Instant since) {
        return Stream.concat(
                        notices.published(since).stream().map(this::notice),
                        statements.since(since).stream().map(ToldNotices::statement))
                .sorted(Comparator.comparing(PublicNotice::publishedAt)
                        .reversed()
                        .thenComparing(PublicNotice::id))
                .toList();
    }

    private static PublicNotice statement(PublicStatements.Told told) {
        return new PublicNotice(
                told.id(), told.incident(), told.title(), told.body(), told.at(), List.of(), told.others());
    }

    private PublicNotice notice(NoticeRows.Published notice) {
        return new PublicNotice(
                notice.id(),
                notice.incident(),
                notice.title(),
                notice.body(),
                notice.at(),
                continuity.deadlines(notice.activation()),
                Map.of());
    }
}
