package io.haetae.continuity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.haetae.continuity.relief.Due;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Receipts as a file of comma-separated values in UTF-8 with a header: number, service, office, receivedAt,
 * originalDeadline, periodFrom, sentAt, rule; every other column is a field of the form. A time without an offset is
 * local.
 */
final class ReceiptFile {

    /** More than any office takes by hand in a day, and no more than an answer can list. */
    static final int MAX_ROWS = 20_000;

    private static final Set<String> OWN =
            Set.of("number", "service", "office", "receivedAt", "originalDeadline", "periodFrom", "sentAt", "rule");

    private ReceiptFile() {}

    /**
     * A row as read.
     *
     * @param row as a spreadsheet counts: the header is row 1
     */
    record Line(int row, ReceiptCommand receipt, List<FieldError> errors) {}

    static List<Line> read(byte[] file, UUID activation) {
        List<List<String>> rows = rows(file);
        if (rows.size() < 2) {
            throw refused("rows");
        }
        List<String> header = rows.get(0).stream().map(String::strip).toList();
        if (!header.contains("service") || !header.contains("office") || !header.contains("receivedAt")) {
            throw refused("header");
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw refused("header");
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> cells = rows.get(i);
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(new Reader(header, cells, activation).line(i + 1));
            }
        }
        return lines;
    }

    private static Refusal refused(String problem) {
        return new Refusal(ContinuityError.BAD_FILE, Map.of("problem", problem, "limit", MAX_ROWS));
    }

    private static List<List<String>> rows(byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw refused("utf-8"); // UTF-16, as spreadsheets like to write it
            }
            try (MappingIterator<List<String>> read = CsvMapper.builder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .build()
                    .readerForListOf(String.class)
                    .readValues(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                while (read.hasNextValue()) {
                    rows.add(read.nextValue());
                    if (rows.size() > MAX_ROWS + 1) {
                        throw refused("limit");
                    }
                }
            }
        } catch (CharacterCodingException e) {
            throw refused("utf-8");
        } catch (JsonProcessingException e) {
            throw refused("csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static final class Reader {

        private final Map<String, String> cells = new HashMap<>();
        private final Map<String, String> fields = new HashMap<>();
        private final List<FieldError> errors = new ArrayList<>();
        private final UUID activation;

        Reader(List<String> header, List<String> row, UUID activation) {
            this.activation = activation;
            for (int i = 0; i < header.size() && i < row.size(); i++) {
                String cell = row.get(i).strip();
                if (!cell.isEmpty()) {
                    (OWN.contains(header.get(i)) ? cells : fields).put(header.get(i), cell);
                }
            }
        }

        Line line(int row) {
            Instant receivedAt = value("receivedAt", "not-a-time", ReceiptFile::time);
            if (receivedAt == null && !cells.containsKey("receivedAt")) {
                errors.add(FieldError.of("/receivedAt", "required"));
            }
            ReceiptCommand receipt = new ReceiptCommand(
                    activation,
                    cells.get("number"),
                    needed("service", 40),
                    receivedAt == null ? Instant.EPOCH : receivedAt,
                    needed("office", 40),
                    value("originalDeadline", "not-a-deadline", Due::parse),
                    value("periodFrom", "not-a-date", LocalDate::parse),
                    value("sentAt", "not-a-time", ReceiptFile::time),
                    cells.get("rule"),
                    fields);
            fields.forEach((name, value) -> {
                if (value.length() > 2_000) {
                    errors.add(new FieldError("/fields/" + name, "too-long", Map.of("limit", 2_000)));
                }
            });
            return new Line(row, receipt, errors);
        }

        private String needed(String column, int most) {
            String value = cells.getOrDefault(column, "");
            if (value.isEmpty()) {
                errors.add(FieldError.of("/" + column, "required"));
            } else if (value.length() > most) {
                errors.add(new FieldError("/" + column, "too-long", Map.of("limit", most)));
            }
            return value;
        }

        private <T> @Nullable T value(String column, String problem, Function<String, T> reader) {
            String text = cells.get(column);
            if (text == null) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                errors.add(FieldError.of("/" + column, problem, text));
                return null;
            }
        }
    }

    private static Instant time(String text) {
        String iso = text.replace(' ', 'T');
        return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(Zones.SEOUL).toInstant();
    }
}
