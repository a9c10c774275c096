package io.haetae.guidance;

import io.haetae.continuity.PublicContinuity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The notices that the public reads, with the deadlines that move. */
@ApplicationScoped
class ToldNotices {

    private final NoticeRows notices;
    private final PublicContinuity continuity;

    ToldNotices(NoticeRows notices, PublicContinuity continuity) {
        this.notices = notices;
        this.continuity = continuity;
    }

    List<PublicNotice> since(Instant since) {
        return notices.published(since).stream().map(this::notice).toList();
    }

    private PublicNotice notice(NoticeRows.Published notice) {
        return new PublicNotice(
                notice.id(),
                notice.incident(),
                notice.title(),
                notice.body(),
                notice.at(),
                continuity.deadlines(notice.activation()));
    }
}
