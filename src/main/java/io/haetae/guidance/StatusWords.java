package io.haetae.guidance;

import io.haetae.guidance.StatusBoard.Event;
import io.haetae.guidance.StatusBoard.Impact;
import io.haetae.guidance.StatusBoard.Work;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of the status that are the product's own; all else are the owners'. */
@ApplicationScoped
class StatusWords {

    private final Texts texts;

    StatusWords(Texts texts) {
        this.texts = texts;
    }

    String title(Locale language) {
        return texts.text(language, "guidance.status");
    }

    /** The whole in one sentence. */
    String overall(StatusBoard board, Locale language) {
        boolean open = !board.open().isEmpty();
        if (!open && !board.maintained().isEmpty()) {
            return texts.text(language, "guidance.overall.MAINTENANCE");
        }
        Impact impact = board.impact();
        return texts.text(language, "guidance.overall." + (open && impact == Impact.NONE ? Impact.MINOR : impact));
    }

    /** A failure by the first service it hits and the number of others. */
    String name(Event event, Locale language) {
        List<StatusBoard.Component> hits = event.hits();
        String first = hits.get(0).name().in(language);
        return hits.size() == 1
                ? texts.text(language, "guidance.event.one", Map.of("name", first))
                : texts.text(language, "guidance.event.many", Map.of("name", first, "others", hits.size() - 1));
    }

    /** The owners' words, each once. */
    String body(Event event, Locale language) {
        return event.hits().stream()
                .map(component -> component.text().in(language))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** How far planned work is, and its time in Seoul. */
    String work(Work work, Locale language) {
        DateTimeFormatter minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
        return texts.text(
                language,
                "guidance.work." + work.stage(),
                Map.of(
                        "from", minute.format(work.from().atZone(Zones.SEOUL)),
                        "until", minute.format(work.until().atZone(Zones.SEOUL))));
    }

    String mended(Locale language) {
        return texts.text(language, "guidance.mended");
    }
}
