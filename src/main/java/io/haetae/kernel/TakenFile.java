package io.haetae.kernel;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that somebody sent as evidence, as it is kept. Each room keeps its own beside what they prove.
 *
 * @param name the last part of the given one, without what would break a header
 * @param contentType by the end of the name; what the sender says of it is not used
 */
public record TakenFile(String name, String contentType, byte[] content) {

    private static final int LONGEST_NAME = 200;

    /** The file; empty when it is too large, has nothing in it, or is of a kind that is not taken. */
    public static Optional<TakenFile> of(String givenName, byte[] content, long limit) {
        String name = plain(givenName);
        if (content.length == 0 || content.length > limit) {
            return Optional.empty();
        }
        return FileKind.of(name).map(kind -> {
            if (!kind.fits(content)) {
                throw Refusal.field("/content", "not-what-its-name-says", name);
            }
            return new TakenFile(name, kind.contentType(), content);
        });
    }

    /** The file, or the refusal of a room, with what it would have taken. */
    public static TakenFile require(String givenName, byte[] content, long limit, ErrorCode refusal) {
        return of(givenName, content, limit)
                .orElseThrow(() -> new Refusal(
                        refusal, Map.of("value", plain(givenName), "limit", limit, "allowed", FileKind.names())));
    }

    /** A file as it was kept, from the columns {@code name}, {@code content_type} and {@code content}. */
    public static TakenFile kept(ResultSet row) throws SQLException {
        return new TakenFile(
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("content_type")),
                Objects.requireNonNull(row.getBytes("content")));
    }

    /** Always as a download: nothing that was sent is shown inside our pages. */
    public Response download() {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, contentType)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** The name as it would be kept. */
    public static String plain(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String name = last.replaceAll("[\\p{Cntrl}\"]", "").strip();
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    /** What kinds are taken. */
    public static String kinds() {
        return FileKind.names();
    }

    /** What stands in a request as Base64. */
    public static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("/content", "invalid", "");
        }
    }

    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
