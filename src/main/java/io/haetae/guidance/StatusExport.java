package io.haetae.guidance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.SigningKey;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The public status as files that need no server: two pages, the feed and the Statuspage documents. A manifest names the
 * SHA-256 of each and is signed, so that the other side of a network boundary can tell that nobody changed them and how
 * old they are.
 */
@Singleton
class StatusExport {

    static final String MANIFEST = "manifest.json";
    private static final String STYLE = "status.css";

    private final StatusService status;
    private final StatusWords words;
    private final StatuspageWriter statuspage;
    private final StatusFeed feed;
    private final ObjectMapper json;
    private final RequestLanguage language;
    private final SigningKey key;

    StatusExport(
            StatusService status,
            StatusWords words,
            StatuspageWriter statuspage,
            StatusFeed feed,
            ObjectMapper json,
            RequestLanguage language,
            GuidanceConfig config) {
        this.status = status;
        this.words = words;
        this.statuspage = statuspage;
        this.feed = feed;
        this.json = json;
        this.language = language;
        this.key = new SigningKey(config.export().signingKey());
    }

    @CheckedTemplate(basePath = "guidance")
    static class Templates {
        static native TemplateInstance export(StatusBoard board, String overall, String other);
    }

    /** Contents by path, the manifest and its signature last. Needs an active request: texts are in its language. */
    Map<String, byte[]> files() {
        StatusBoard board = status.current();
        Locale asked = language.get();
        Map<String, byte[]> files = new LinkedHashMap<>();
        write(files, "", "index.html", "en.html", board, Locale.KOREAN);
        write(files, "en/", "en.html", "index.html", board, Locale.ENGLISH);
        language.set(asked);
        files.put(STYLE, style());
        files.put("public-key.pem", key.publicPem().getBytes(StandardCharsets.US_ASCII));
        byte[] manifest = manifest(board, files);
        files.put(MANIFEST, manifest);
        files.put("manifest.sig", key.sign(manifest));
        return files;
    }

    private void write(
            Map<String, byte[]> files, String folder, String page, String other, StatusBoard board, Locale in) {
        language.set(in);
        String overall = words.overall(board, in);
        files.put(page, Templates.export(board, overall, other).render().getBytes(StandardCharsets.UTF_8));
        files.put(folder + "feed.atom", feed.write(board, in));
        files.put(folder + "api/v2/summary.json", bytes(statuspage.summary(board, in)));
        files.put(folder + "api/v2/status.json", bytes(statuspage.statusOnly(board, in)));
        files.put(folder + "api/v2/components.json", bytes(statuspage.components(board, in)));
        files.put(folder + "api/v2/incidents.json", bytes(statuspage.incidents(board, board.incidents(), in)));
        files.put(folder + "api/v2/incidents/unresolved.json", bytes(statuspage.incidents(board, board.open(), in)));
        String works = folder + "api/v2/scheduled-maintenances";
        files.put(works + ".json", bytes(statuspage.maintenances(board, board.works(), in)));
        files.put(works + "/upcoming.json", bytes(statuspage.maintenances(board, board.upcoming(), in)));
        files.put(works + "/active.json", bytes(statuspage.maintenances(board, board.active(), in)));
    }

    private byte[] manifest(StatusBoard board, Map<String, byte[]> files) {
        List<Map<String, Object>> listed = new ArrayList<>();
        files.forEach((path, content) ->
                listed.add(Map.of("path", path, "bytes", content.length, "sha256", sha256(content))));
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("at", board.at());
        manifest.put("key", key.id());
        manifest.put("files", listed);
        return bytes(manifest);
    }

    private static byte[] style() {
        try (InputStream packed =
                Objects.requireNonNull(StatusExport.class.getResourceAsStream("/guidance/" + STYLE), STYLE)) {
            return packed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(Object document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the status cannot be written as JSON", e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
