package io.haetae.register.transfer;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.kernel.Texts;
import io.haetae.register.transfer.Decided.Decision;
import io.haetae.register.transfer.ImportRow.Show;
import io.haetae.register.transfer.ImportView.MappedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the page of an import shows.
 *
 * @param telling whether the columns are asked for
 * @param fields what a column may mean
 */
record ImportSheet(
        ImportView job,
        boolean telling,
        List<ColumnLine> columns,
        List<Form.Option> fields,
        Show show,
        Page<RowLine> rows) {

    /** A column with the name of its form field. */
    record ColumnLine(String name, MappedColumn column) {}

    /** A row with the name of its form field and what may be said of it; nothing may of one that is like no other. */
    record RowLine(String name, ImportRow row, List<Form.Option> choices) {}

    static ImportSheet of(
            ImportView job, boolean telling, Show show, Page<ImportRow> rows, Texts texts, Locale reader) {
        return new ImportSheet(
                job,
                telling,
                job.columns().stream()
                        .map(column -> new ColumnLine("column." + column.column(), column))
                        .toList(),
                fields(job, reader),
                show,
                new Page<>(
                        rows.items().stream()
                                .map(row -> new RowLine("row." + row.row(), row, choices(row, texts, reader)))
                                .toList(),
                        rows.next()));
    }

    /** The form as it stands: the fields of the columns and what was said of the rows. */
    Form form() {
        Form form = Form.blank();
        columns.forEach(line -> form.put(line.name(), line.column().field()));
        rows.items().forEach(line -> form.put(line.name(), line.row().said()));
        return form;
    }

    /** Whether any row shown can be decided on. */
    public boolean choosing() {
        return job.state() == ImportView.State.CHECKED
                && rows.items().stream().anyMatch(line -> !line.choices().isEmpty());
    }

    private static List<Form.Option> fields(ImportView job, Locale reader) {
        Stream<Form.Option> published =
                Columns.NAMES.stream().map(name -> new Form.Option(name.path(), name.in(reader) + " · " + name.path()));
        Stream<Form.Option> parts = job.columns().stream()
                .map(column -> Columns.path(column.header()))
                .filter(path -> path != null && !Columns.ALL.contains(path))
                .map(path -> new Form.Option(String.valueOf(path), String.valueOf(path)));
        return Stream.concat(published, parts).toList();
    }

    private static List<Form.Option> choices(ImportRow row, Texts texts, Locale reader) {
        if (row.alike().isEmpty()) {
            return List.of();
        }
        List<Form.Option> choices = new ArrayList<>();
        choices.add(new Form.Option("", texts.text(reader, "register.decision.none")));
        choices.add(new Form.Option(Decision.NEW.name(), texts.text(reader, "register.decision.NEW")));
        for (Likeness one : row.alike()) {
            if (one.row() != null) {
                continue; // it is no system yet that the row could be
            }
            choices.add(new Form.Option(
                    "SAME:" + one.code(), texts.text(reader, "register.decision.SAME") + " " + one.code()));
        }
        choices.add(new Form.Option(Decision.SKIP.name(), texts.text(reader, "register.decision.SKIP")));
        return choices;
    }
}
