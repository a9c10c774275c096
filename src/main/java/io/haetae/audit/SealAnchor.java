package io.haetae.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;

/** The latest seal, remembered outside the database: shows when the end of the journal is cut off. */
@ApplicationScoped
class SealAnchor {

    private final Path file;

    SealAnchor(AuditConfig config) {
        file = config.anchor().toAbsolutePath();
    }

    /** A seal as remembered. */
    record Remembered(long n, byte[] hash) {}

    void remember(Seal seal) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path draft = Files.createTempFile(file.resolveSibling(""), "draft", ".anchor");
            Files.writeString(draft, seal.n() + " " + HexFormat.of().formatHex(seal.hash()) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the latest seal could not be remembered in " + file, e);
        }
    }

    Optional<Remembered> recall() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] words =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
            return Optional.of(
                    new Remembered(Long.parseLong(words[0]), HexFormat.of().parseHex(words[1])));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("cannot read the remembered seal in " + file, e);
        }
    }
}
