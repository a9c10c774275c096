package io.haetae.grading.campaign;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A full review as its reader may see it.
 *
 * @param number such as {@code REV-2026-0001}
 * @param authority the central authority that opened it
 * @param dueAt until when answers were asked first
 * @param closedAt null while it runs
 * @param progress per ministry, as far as the reader's institutions reach
 */
public record CampaignView(
        String number,
        String title,
        String authority,
        String ruleSet,
        Instant openedAt,
        String openedBy,
        Instant dueAt,
        @Nullable Instant closedAt,
        List<Progress> progress) {

    public CampaignView {
        progress = List.copyOf(progress);
    }

    /**
     * How far one ministry has come, with the institutions below it.
     *
     * @param systems to be answered for
     * @param open not answered yet, or to be completed
     * @param submitted with the central authority
     * @param decided confirmed or changed, and notified
     * @param excused excepted for the time being
     * @param late open though the due time of their institution has passed
     */
    public record Progress(
            String ministry,
            LocalizedText ministryName,
            int systems,
            int open,
            int submitted,
            int decided,
            int excused,
            int late) {

        /** Percent answered of what is to be answered. */
        public int percent() {
            int asked = systems - excused;
            return asked == 0 ? 100 : 100 * (submitted + decided) / asked;
        }
    }

    /** Systems to be answered for. */
    public int systems() {
        return progress.stream().mapToInt(Progress::systems).sum();
    }

    /** Systems not answered yet. */
    public int open() {
        return progress.stream().mapToInt(Progress::open).sum();
    }

    /** Whether answers are still taken. */
    public boolean running() {
        return closedAt == null;
    }
}
