package io.haetae.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

    @TempDir
    Path root;

    private Path directory;
    private Cluster cluster;

    @BeforeEach
    void a_cluster_of_version_17() throws IOException {
        directory = Files.createDirectory(root.resolve("pg17"));
        Files.writeString(directory.resolve("PG_VERSION"), "17\n");
        cluster = new Cluster(directory);
    }

    @Test
    void a_whole_cluster_of_the_right_version_can_be_started() throws IOException {
        cluster.markWhole();
        cluster.markWhole();
        assertThatCode(cluster::prepare).doesNotThrowAnyException();
        assertThat(directory).exists();
    }

    @Test
    void no_cluster_yet_is_no_obstacle() {
        assertThatCode(new Cluster(root.resolve("none"))::prepare).doesNotThrowAnyException();
    }

    @Test
    void files_of_another_major_version_are_refused_before_anything_hangs() throws IOException {
        cluster.markWhole();
        Files.writeString(directory.resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(cluster::prepare)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was written by PostgreSQL 16, this service carries 17");
    }

    @Test
    void a_first_start_killed_half_way_is_set_aside_and_never_deleted() throws IOException {
        cluster.prepare();
        assertThat(directory).doesNotExist();
        assertThat(root.resolve("pg17.incomplete-1/PG_VERSION")).exists();

        Files.createDirectory(directory);
        cluster.prepare();
        assertThat(root.resolve("pg17.incomplete-2")).exists();
    }

    @Test
    void a_process_number_that_went_to_another_program_is_left_alone() throws IOException {
        cluster.markWhole();
        Path pidFile = directory.resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + directory + "\n");
        cluster.prepare();
        assertThat(pidFile).doesNotExist();
    }
}
