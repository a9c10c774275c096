package io.haetae.duty;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Levels of call-outs of the giver's institution that would reach nobody in the next shift either. */
@ApplicationScoped
class ReadinessUnfinished implements Unfinished {

    private final ReadinessService readiness;
    private final Texts texts;

    ReadinessUnfinished(ReadinessService readiness, Texts texts) {
        this.readiness = readiness;
        this.texts = texts;
    }

    @Override
    public List<Matter> matters(Actor reader, Instant now, Instant until, int most) {
        return readiness.known(reader.scope(), reader.institution()).stream()
                .limit(most)
                .map(level -> new Matter(
                        Sort.OPEN,
                        "unready",
                        level.id().toString(),
                        UnreadyRecords.SUBJECT,
                        level.institution(),
                        level.institution(),
                        texts.both("duty.ready.of", Map.of("grade", level.failureGrade(), "level", level.level())),
                        null,
                        level.foundAt(),
                        false,
                        "/rosters?institution=" + level.institution(),
                        List.of()))
                .toList();
    }
}
