package io.haetae.procedure;

import io.haetae.deadline.Length;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.procedure.engine.ManualRole;
import io.haetae.procedure.engine.Span;
import io.haetae.procedure.engine.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A manual as its page shows it: every step in order, with what surrounds it and its limits in words. */
public final class ManualOnPage {

    private final ManualView manual;
    private final Texts texts;
    private final Locale locale;

    ManualOnPage(ManualView manual, Texts texts, Locale locale) {
        this.manual = manual;
        this.texts = texts;
        this.locale = locale;
    }

    ManualView manual() {
        return manual;
    }

    public String getId() {
        return manual.id();
    }

    public String getVersion() {
        return manual.version();
    }

    public LocalizedText getTitle() {
        return manual.title();
    }

    public LocalizedText getPurpose() {
        return manual.purpose();
    }

    public boolean isDraft() {
        return manual.draft();
    }

    public boolean isActive() {
        return manual.active();
    }

    public List<String> getBasis() {
        return manual.basis();
    }

    public List<String> getVersions() {
        return manual.versions();
    }

    public List<ManualRole> getRoles() {
        return manual.roles();
    }

    /** On which failure grades it begins by itself. */
    public String getStartsOn() {
        return String.join(", ", manual.startsOn().stream().map(String::valueOf).toList());
    }

    /**
     * One row of the page.
     *
     * @param number such as 3 or 7.2.1 in the second branch of step 7
     * @param branch title of the branch that begins with this step, or null
     */
    public record Row(
            String number,
            int depth,
            @Nullable LocalizedText branch,
            Step step,
            @Nullable LocalizedText role) {}

    /** Every step, in the order in which they are worked. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        add(rows, manual.steps(), "", 0, null);
        return rows;
    }

    private void add(List<Row> rows, List<Step> steps, String prefix, int depth, @Nullable LocalizedText branch) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String number = prefix + (i + 1);
            ManualRole role = manual.role(step.role());
            rows.add(new Row(number, depth, i == 0 ? branch : null, step, role == null ? null : role.name()));
            for (int b = 0; b < step.branches().size(); b++) {
                Step.Branch inner = step.branches().get(b);
                add(rows, inner.steps(), number + "." + (b + 1) + ".", depth + 1, inner.title());
            }
        }
    }

    /** The step that a jump leads to, in words. */
    public String where(@Nullable String next) {
        if (next == null) {
            return texts.text(locale, "procedure.next.following");
        }
        return next.equals(Step.END)
                ? texts.text(locale, "procedure.next.end")
                : getRows().stream()
                        .filter(row -> row.step().id().equals(next))
                        .findFirst()
                        .map(row -> row.number() + " " + row.step().title().in(locale))
                        .orElse(next);
    }

    /** A limit in words, by grade where it differs. */
    public String span(@Nullable Span span) {
        if (span == null) {
            return "";
        }
        if (span.isUniform()) {
            return words(span.at(1).orElseThrow());
        }
        return String.join(
                " · ",
                IntStream.rangeClosed(1, 4)
                        .filter(grade -> span.at(grade).isPresent())
                        .mapToObj(grade -> texts.text(
                                locale,
                                "procedure.span.grade",
                                Map.of(
                                        "grade",
                                        grade,
                                        "length",
                                        words(span.at(grade).orElseThrow()))))
                        .toList());
    }

    private String words(Length length) {
        long amount = length.amount();
        boolean hours = length.unit() == Length.Unit.MINUTES && amount >= 60 && amount % 60 == 0;
        String key = hours ? "procedure.span.HOURS" : "procedure.span." + length.unit();
        return texts.text(locale, key, Map.of("n", hours ? amount / 60 : amount));
    }
}
