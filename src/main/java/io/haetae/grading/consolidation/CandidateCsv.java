package io.haetae.grading.consolidation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.haetae.kernel.LocalizedText;
import io.haetae.rule.Consolidation.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Candidates as a table for spreadsheets. */
final class CandidateCsv {

    static final String TYPE = "text/csv;charset=UTF-8";

    /** Without it the usual spreadsheet reads Hangul as Latin letters. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final List<String> COLUMNS = List.of(
            "year",
            "system",
            "name",
            "owner",
            "systemGrade",
            "candidate",
            "lowUse",
            "lowPerformance",
            "users",
            "transactions",
            "costWon",
            "satisfaction",
            "responseMillis",
            "availability",
            "source",
            "measuredOn",
            "reasons");

    private static final ObjectWriter WRITER = writer();

    private CandidateCsv() {}

    private static ObjectWriter writer() {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        return new CsvMapper().writer(schema.build().withHeader());
    }

    /** The reasons are those by which a system is low, in the reader's language. */
    static String write(List<Candidate> candidates, Locale language) {
        try {
            return BYTE_ORDER_MARK
                    + WRITER.writeValueAsString(
                            candidates.stream().map(one -> cells(one, language)).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can always be written as CSV", e);
        }
    }

    private static List<String> cells(Candidate one, Locale language) {
        UseYear facts = one.facts();
        return List.of(
                Integer.toString(one.year()),
                one.system(),
                inert(one.name().in(language)),
                one.owner(),
                text(one.systemGrade()),
                one.candidate().name(),
                one.lowUse().name(),
                one.lowPerformance().name(),
                text(facts.users()),
                text(facts.transactions()),
                text(facts.costWon()),
                text(facts.satisfaction()),
                text(facts.responseMillis()),
                text(facts.availability()),
                inert(text(facts.source())),
                text(facts.measuredOn()),
                one.low().stream()
                        .map(Reason::why)
                        .filter(Objects::nonNull)
                        .map((LocalizedText why) -> why.in(language))
                        .collect(Collectors.joining("; ")));
    }

    /** What is unknown stays empty. */
    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A cell that begins like a formula would be one in a spreadsheet. */
    private static String inert(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
