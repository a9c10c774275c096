package io.haetae.kernel;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a data folder of the product ({@code grading-rules}, {@code manuals}): from a directory when one is
 * configured, else from the copy packed into the jar, so that the service starts from any directory.
 */
public final class DataFolder {

    private DataFolder() {}

    /** Every file of the folder by its path inside it ({@code failure-grade/schema.json}), in order of path. */
    public static Map<String, String> read(String packed, Optional<Path> override) {
        Map<String, String> files = new TreeMap<>();
        try {
            if (override.isPresent()) {
                collect(override.get(), files);
            } else {
                ClassPathUtils.consumeAsPaths(packed, root -> collect(root, files));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + override.map(Path::toString).orElse(packed), e);
        }
        return files;
    }

    private static void collect(Path root, Map<String, String> files) {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readString(path, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
    }
}
