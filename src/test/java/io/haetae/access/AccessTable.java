package io.haetae.access;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** {@code access.csv}: one row per method and path, one column per role. */
final class AccessTable {

    static final String NOBODY = "anonymous";
    static final List<String> ROLES =
            List.of("OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "AUDITOR", "ADMIN");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    private final List<Row> rows;

    private AccessTable(List<Row> rows) {
        this.rows = rows;
    }

    static AccessTable read() {
        Map<String, String> bodies = bodies();
        CsvMapper csv = CsvMapper.builder()
                .enable(CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.ALLOW_COMMENTS)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build();
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (InputStream file = resource("access.csv");
                MappingIterator<Map<String, String>> lines =
                        csv.readerForMapOf(String.class).with(schema).readValues(file)) {
            return new AccessTable(
                    lines.readAll().stream().map(line -> Row.of(line, bodies)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows() {
        return rows;
    }

    private static Map<String, String> bodies() {
        YAMLMapper yaml = new YAMLMapper();
        try (InputStream file = resource("access-bodies.yaml")) {
            return yaml.readValue(file, yaml.getTypeFactory().constructMapType(Map.class, String.class, String.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(AccessTable.class.getResourceAsStream("/" + name), name);
    }

    /**
     * One row.
     *
     * @param query with its question mark, or empty
     * @param body null when nothing is sent
     */
    record Row(String method, String path, String query, String body, Map<String, String> cells) {

        static Row of(Map<String, String> line, Map<String, String> bodies) {
            String sent = line.get("sent");
            boolean asks = sent.startsWith("?");
            String body = sent.isEmpty() || asks ? null : Objects.requireNonNull(bodies.get(sent), sent);
            return new Row(line.get("method"), line.get("path"), asks ? sent : "", body, line);
        }

        String name() {
            return method + " " + path;
        }

        boolean isUnsafe() {
            return !method.equals("GET");
        }

        /** Whether the answer may depend on whose the thing is. */
        boolean hasSides() {
            String all = path + query + (body == null ? "" : body);
            return PLACEHOLDER
                    .matcher(all.replace("{fresh}", "").replace("{role}", ""))
                    .find();
        }

        String contentType() {
            if (path.equals("/api/v1/rule-sets/import")) {
                return "application/yaml";
            }
            if (path.equals("/api/v1/systems/imports")) {
                return "text/csv";
            }
            if (path.endsWith("/import")) {
                return path.startsWith("/api/") ? "text/csv" : "multipart/form-data; boundary=part";
            }
            if (!path.startsWith("/api/") && path.endsWith("/files")) {
                return "multipart/form-data; boundary=part";
            }
            return path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
        }

        /** The answer expected. */
        String cell(String role, Side side) {
            String cell = Objects.requireNonNull(cells.get(role), name() + " has no cell for " + role);
            String[] sides = cell.split("/", -1);
            return sides.length == 1 ? cell : sides[side.ordinal()];
        }

        boolean lets(String role) {
            return !List.of("401", "403", "404", "login").contains(cell(role, Side.OWN));
        }
    }
}
