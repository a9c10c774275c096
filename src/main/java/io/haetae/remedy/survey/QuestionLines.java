package io.haetae.remedy.survey;

import io.haetae.kernel.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a survey that is being written, as lines of its form: added, moved and taken out by buttons that send the
 * form without announcing anything, so that it works without a script.
 */
final class QuestionLines {

    private static final int FIRST = 8;
    private static final int MORE = 5;

    /** As many as the interface takes. */
    static final int MOST = 200;

    private static final String PASTED = "pasted";
    private static final Pattern NAME = Pattern.compile("questions\\.([0-9]{1,4})\\.text");

    private final List<Line> lines;

    private QuestionLines(List<Line> lines) {
        this.lines = lines;
    }

    private record Line(String text, String kind) {

        static final Line EMPTY = new Line("", QuestionKind.TEXT.name());

        boolean isBlank() {
            return text.isBlank();
        }
    }

    /** Those of a form, in order. */
    static QuestionLines of(Form form) {
        List<Line> lines = form.names().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .distinct()
                .sorted()
                .map(i -> new Line(form.value("questions." + i + ".text"), form.value("questions." + i + ".kind")))
                .collect(Collectors.toCollection(ArrayList::new));
        return new QuestionLines(lines);
    }

    /** Does what a button says: {@code add}, or {@code up-}, {@code down-}, {@code remove-} with the place of a line. */
    QuestionLines edited(Form form, String edit) {
        String[] words = edit.split("-", 2);
        int at = words.length == 2 && words[1].matches("[0-9]{1,4}") ? Integer.parseInt(words[1]) : -1;
        switch (words[0]) {
            case "add" -> add(form);
            case "up" -> swap(at, at - 1);
            case "down" -> swap(at, at + 1);
            case "remove" -> remove(at);
            default -> {} // another button's: the form comes back as it was
        }
        return this;
    }

    private void add(Form form) {
        if (!takeIn(form)) {
            lines.addAll(Collections.nCopies(Math.max(0, Math.min(MORE, MOST - lines.size())), Line.EMPTY));
        }
    }

    /** Takes in what was pasted, a question from each line of it, as far as there is room; the rest stays where it is. */
    private boolean takeIn(Form form) {
        List<String> pasted = Stream.of(form.value(PASTED).split("\\R"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (pasted.isEmpty()) {
            return false;
        }
        lines.removeIf(Line::isBlank);
        int taken = Math.min(pasted.size(), Math.max(0, MOST - lines.size()));
        pasted.subList(0, taken).forEach(text -> lines.add(new Line(text, QuestionKind.TEXT.name())));
        List<String> rest = pasted.subList(taken, pasted.size());
        form.put(PASTED, rest.isEmpty() ? null : String.join("\n", rest));
        return true;
    }

    private void swap(int one, int other) {
        if (Math.min(one, other) >= 0 && Math.max(one, other) < lines.size()) {
            Collections.swap(lines, one, other);
        }
    }

    private void remove(int at) {
        if (at >= 0 && at < lines.size()) {
            lines.remove(at);
        }
    }

    /** Only what is asked, with what was pasted: the numbers of the questions are then those of their lines. */
    QuestionLines asked(Form form) {
        takeIn(form);
        lines.removeIf(Line::isBlank);
        return this;
    }

    /** Writes them into the form, numbered anew; some to begin with when there is none. */
    int into(Form form) {
        form.names().stream().filter(name -> name.startsWith("questions.")).forEach(name -> form.put(name, null));
        List<Line> shown = lines.isEmpty() ? Collections.nCopies(FIRST, Line.EMPTY) : lines;
        for (int i = 0; i < shown.size(); i++) {
            form.put("questions." + i + ".text", shown.get(i).text());
            form.put("questions." + i + ".kind", shown.get(i).kind());
        }
        return shown.size();
    }

    /** The questions as they are announced; those of a kind that cannot be read are refused by the form. */
    List<SurveyCommand.Question> questions(Form form) {
        List<SurveyCommand.Question> questions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            @Nullable QuestionKind kind = form.one("questions." + i + ".kind", QuestionKind.class);
            questions.add(new SurveyCommand.Question(
                    lines.get(i).text().strip(), Objects.requireNonNullElse(kind, QuestionKind.TEXT)));
        }
        return questions;
    }
}
