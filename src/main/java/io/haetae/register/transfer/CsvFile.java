package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.haetae.kernel.Refusal;
import io.haetae.register.transfer.Table.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads comma-separated values in UTF-8. */
final class CsvFile {

    private CsvFile() {}

    static List<Line> rows(byte[] file) {
        List<Line> rows = new ArrayList<>();
        try (MappingIterator<List<String>> read = CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .build()
                .readerForListOf(String.class)
                .readValues(text(file))) {
            while (read.hasNextValue()) {
                rows.add(new Line(rows.size() + 1, read.nextValue()));
                TableFile.checkRows(rows.size());
            }
        } catch (JsonProcessingException e) {
            throw new Refusal(TransferError.NO_CSV, Map.of("row", rows.size() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refusal(TransferError.NOT_UTF8); // UTF-16, as spreadsheets like to write it
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(TransferError.NOT_UTF8);
        }
    }
}
