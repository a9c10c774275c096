package io.haetae.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public status on the other side of a network boundary. */
@QuarkusTest
class StatusExportIT {

    @Inject
    StatusExportSweep sweep;

    private Path folder;

    @BeforeEach
    void an_empty_folder() throws IOException {
        folder = Files.createTempDirectory("haetae-status");
    }

    @AfterEach
    void remove_it() throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
    }

    @Test
    void whoever_takes_the_archive_can_tell_that_nobody_changed_it() throws Exception {
        Map<String, byte[]> files = unzip(As.nobody()
                .accept("*/*")
                .get("/status/export.zip")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray());
        assertThat(files)
                .containsOnlyKeys(
                        "index.html",
                        "feed.atom",
                        "api/v2/summary.json",
                        "api/v2/status.json",
                        "api/v2/components.json",
                        "api/v2/incidents.json",
                        "api/v2/incidents/unresolved.json",
                        "api/v2/scheduled-maintenances.json",
                        "api/v2/scheduled-maintenances/upcoming.json",
                        "api/v2/scheduled-maintenances/active.json",
                        "en.html",
                        "en/feed.atom",
                        "en/api/v2/summary.json",
                        "en/api/v2/status.json",
                        "en/api/v2/components.json",
                        "en/api/v2/incidents.json",
                        "en/api/v2/incidents/unresolved.json",
                        "en/api/v2/scheduled-maintenances.json",
                        "en/api/v2/scheduled-maintenances/upcoming.json",
                        "en/api/v2/scheduled-maintenances/active.json",
                        "status.css",
                        "public-key.pem",
                        "manifest.json",
                        "manifest.sig");
        assertThat(isSigned(files)).isTrue();
        JsonPath manifest = new JsonPath(text(file(files, "manifest.json")));
        for (Map<String, Object> listed : manifest.<Map<String, Object>>getList("files")) {
            byte[] content = file(files, String.valueOf(listed.get("path")));
            assertThat(listed.get("sha256"))
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
        assertThat(manifest.getList("files")).hasSize(files.size() - 2);

        file(files, "manifest.json")[20] ^= 1;
        assertThat(isSigned(files)).as("a manifest that somebody changed").isFalse();
    }

    @Test
    void its_pages_stand_alone_in_both_languages() throws Exception {
        sweep.writeInto(folder);
        String korean = Files.readString(folder.resolve("current/index.html"));
        String english = Files.readString(folder.resolve("current/en.html"));
        assertThat(korean).contains("<html lang=\"ko\">", "href=\"en.html\"", "사본");
        assertThat(english).contains("<html lang=\"en\">", "href=\"index.html\"", "copy");
        assertThat(korean + english).doesNotContain("/assets/", "<script", "href=\"/");
    }

    @Test
    void a_reader_of_the_folder_always_sees_one_whole_copy_and_old_ones_go() throws Exception {
        for (int i = 0; i < 5; i++) {
            sweep.writeInto(folder);
            assertThat(folder.resolve("current/manifest.sig")).exists();
        }
        try (Stream<Path> left = Files.list(folder)) {
            List<String> names = left.map(path -> path.getFileName().toString().split("-", 2)[0])
                    .toList();
            assertThat(names).containsExactlyInAnyOrder("current", "copy", "copy", "copy");
        }
    }

    private static boolean isSigned(Map<String, byte[]> files) throws Exception {
        String pem = text(file(files, "public-key.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(file(files, "manifest.json"));
        return signature.verify(file(files, "manifest.sig"));
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
