package io.haetae.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One calendar for the process: the one that comes with the product, or the file an administration keeps itself. */
@ApplicationScoped
class CalendarProducer {

    @Produces
    @Singleton
    WorkingCalendar calendar(DeadlineConfig config) {
        return config.holidays().map(CalendarProducer::read).orElseGet(WorkingCalendar::korea);
    }

    private static WorkingCalendar read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return WorkingCalendar.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
