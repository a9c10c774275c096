package io.haetae.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    private static final String ONE = key(1);
    private static final String OTHER = key(2);

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_opens_for_its_owner_and_nobody_else() {
        Sealing sealing = sealing(ONE, List.of());
        byte[] sealed = sealing.seal("홍길동", "GOV24-CERT-대전-00001");

        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("홍길동");
        assertThat(sealing.open(sealed, "GOV24-CERT-대전-00001")).isEqualTo("홍길동");
        assertThatThrownBy(() -> sealing.open(sealed, "GOV24-CERT-대전-00002")).isInstanceOf(IllegalStateException.class);
        assertThat(sealing.seal("홍길동", "x")).isNotEqualTo(sealing.seal("홍길동", "x"));
    }

    @Test
    void a_byte_that_changed_is_noticed() {
        Sealing sealing = sealing(ONE, List.of());
        for (int i = 0; i < sealing.seal("a", "x").length; i++) {
            byte[] sealed = sealing.seal("a", "x");
            sealed[i] ^= 1;
            assertThatThrownBy(() -> sealing.open(sealed, "x")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_former_key_still_opens_and_the_new_one_seals() {
        byte[] before = sealing(ONE, List.of()).seal("a", "x");

        assertThat(sealing(OTHER, List.of(ONE)).open(before, "x")).isEqualTo("a");
        assertThatThrownBy(() -> sealing(OTHER, List.of()).open(before, "x")).hasMessageContaining("not configured");
    }

    @Test
    void without_a_configured_key_one_is_made_that_only_the_owner_may_read() throws IOException {
        byte[] sealed = sealing(null, List.of()).seal("a", "x");

        assertThat(sealing(null, List.of()).open(sealed, "x")).isEqualTo("a");
        Path file = folder.resolve("secrets/encryption.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("secrets"))) {
            assertThat(files).containsExactly(file);
        }
    }

    private Sealing sealing(@Nullable String key, List<String> former) {
        return new Sealing(new EncryptionConfig() {
            @Override
            public Optional<String> key() {
                return Optional.ofNullable(key);
            }

            @Override
            public Path keyFile() {
                return folder.resolve("secrets/encryption.key");
            }

            @Override
            public Optional<List<String>> formerKeys() {
                return Optional.of(former);
            }
        });
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
