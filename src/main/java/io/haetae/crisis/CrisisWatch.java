package io.haetae.crisis;

import io.haetae.audit.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at open crises: facts and time change what the rules recommend. What is new is kept and told, once; a stage never
 * changes by it. Looking twice changes nothing.
 */
@ApplicationScoped
class CrisisWatch {

    private final EntityManager database;
    private final Recommendations recommendations;
    private final CrisisNotices notices;
    private final Journal journal;
    private final StageRecords stages;
    private final ReportClock reportClock;
    private final Clock clock;

    CrisisWatch(
            EntityManager database,
            Recommendations recommendations,
            CrisisNotices notices,
            Journal journal,
            StageRecords stages,
            ReportClock reportClock,
            Clock clock) {
        this.database = database;
        this.recommendations = recommendations;
        this.notices = notices;
        this.journal = journal;
        this.stages = stages;
        this.reportClock = reportClock;
        this.clock = clock;
    }

    /** Open crises. */
    @Transactional
    public List<UUID> open() {
        List<?> rows = database.createNativeQuery("select id from crisis where closed_at is null order by seq")
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Looks at one of them, unless another replica is at it. */
    @Transactional
    public void look(UUID id) {
        List<?> claimed = database.createNativeQuery(
                        "select * from crisis where id = ?1 and closed_at is null for update skip locked", Crisis.class)
                .setParameter(1, id)
                .getResultList();
        for (Object row : claimed) {
            Crisis crisis = (Crisis) row;
            Instant now = clock.instant();
            look(crisis, now);
            reportClock.tell(crisis, StageRecords.standing(stages.of(crisis.id), now), now);
        }
    }

    /** Looks at a crisis that the caller holds; what is recommended now. */
    List<Recommendation> look(Crisis crisis, Instant now) {
        if (crisis.needToKnow) {
            notices.guard(crisis);
        }
        List<Recommendation> said = recommendations.now(crisis.id, now);
        Map<String, Recommendations.Kept> latest = new HashMap<>();
        recommendations
                .kept(crisis.id)
                .forEach(kept -> latest.merge(
                        kept.recommendation().leadAgency(), kept, (one, other) -> one.n() > other.n() ? one : other));
        for (Recommendation one : said) {
            Recommendations.Kept before = latest.get(one.leadAgency());
            int n = recommendations.keep(crisis.id, one, before, now);
            if (n > 0) {
                journal.record(
                        "crisis.recommended",
                        CrisisNotices.CRISIS,
                        crisis.number,
                        Map.of(
                                "leadAgency", one.leadAgency(),
                                "stage", String.valueOf(one.stage()),
                                "standing", one.standing().name(),
                                "ruleSet", one.ruleSet() + "@" + one.version()));
                if (one.asksForChange() && isNews(one, before)) {
                    notices.recommended(crisis, one, n);
                }
            }
        }
        return said;
    }

    private static boolean isNews(Recommendation said, Recommendations.@Nullable Kept before) {
        return before == null || before.recommendation().stage() != said.stage();
    }
}
