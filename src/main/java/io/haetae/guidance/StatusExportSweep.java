package io.haetae.guidance;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts a copy of the public status where a web server outside can take it from. Each copy is a folder of its own, and
 * the link {@code current} turns to it when it is whole: a reader never sees half of one and half of another, also when
 * several replicas write into one place.
 */
@ApplicationScoped
class StatusExportSweep {

    private static final String COPY = "copy-";
    private static final int KEPT = 3;

    private final StatusExport export;
    private final Optional<Path> folder;

    StatusExportSweep(StatusExport export, GuidanceConfig config) {
        this.export = export;
        this.folder = config.export().folder();
    }

    @Scheduled(
            every = "{haetae.guidance.export.every:60s}",
            identity = "guidance.export",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        folder.ifPresent(this::writeInto);
    }

    @ActivateRequestContext
    void writeInto(Path target) {
        try {
            Files.createDirectories(target);
            Path copy = Files.createTempDirectory(target, "draft-");
            for (Map.Entry<String, byte[]> file : export.files().entrySet()) {
                Path path = copy.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            Path whole = Files.move(copy, target.resolve(COPY + System.nanoTime() + "-" + UUID.randomUUID()));
            turnTo(target, whole);
            forgetOld(target, whole);
        } catch (IOException e) {
            throw new UncheckedIOException("the public status cannot be written to " + target, e);
        }
    }

    private static void turnTo(Path target, Path whole) throws IOException {
        Path link = target.resolve("next-" + UUID.randomUUID());
        Files.createSymbolicLink(link, whole.getFileName());
        Files.move(link, target.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The latest few stay: somebody may be reading them. */
    private static void forgetOld(Path target, Path whole) throws IOException {
        List<Path> old;
        try (Stream<Path> copies = Files.list(target)) {
            old = copies.filter(path -> path.getFileName().toString().startsWith(COPY) && !path.equals(whole))
                    .sorted(Comparator.comparingLong(StatusExportSweep::age).reversed())
                    .skip(KEPT - 1L)
                    .toList();
        }
        for (Path copy : old) {
            delete(copy);
        }
    }

    private static long age(Path copy) {
        try {
            return Files.getLastModifiedTime(copy).toMillis();
        } catch (IOException e) {
            return 0; // another replica has just removed it
        }
    }

    private static void delete(Path copy) throws IOException {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(copy)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (FileSystemException gone) {
            return; // another replica removes the same
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
