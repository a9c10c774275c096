package io.haetae.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path root;

    @Test
    void a_second_taker_is_told_who_has_it_and_what_to_do() {
        DataDirectory first = DataDirectory.take(root);

        assertThatThrownBy(() -> DataDirectory.take(root))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "another instance (process %d) is running on %s. Stop it, or give this one its own HAETAE_DATA_DIR.",
                        ProcessHandle.current().pid(), root);
        first.close();
        DataDirectory.take(root).close();
    }

    @Test
    void a_password_is_made_once_and_only_its_owner_can_read_it() throws IOException {
        try (DataDirectory directory = DataDirectory.take(root.resolve("new"))) {
            String password = directory.password("haetae_app");

            assertThat(password).matches("[0-9a-f]{48}").isEqualTo(directory.password("haetae_app"));
            assertThat(password).isNotEqualTo(directory.password("haetae_owner"));
            assertThat(permissions(directory.passwordFile("haetae_app"))).isEqualTo("rw-------");
            assertThat(permissions(directory.root())).isEqualTo("rwx------");
        }
    }

    @Test
    void a_path_that_is_no_directory_is_refused() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.take(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("cannot use the data directory " + file);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
