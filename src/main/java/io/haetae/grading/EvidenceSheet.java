package io.haetae.grading;

import io.haetae.kernel.Form;
import io.haetae.rule.SystemGradeResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of evidence on the page of their assessment.
 *
 * @param open whether files may be added and withdrawn now
 * @param form what was typed last
 */
record EvidenceSheet(String assessment, List<Line> lines, List<Form.Option> criteria, boolean open, Form form) {

    /**
     * One file.
     *
     * @param criterion name of the fact it shows, null for the assessment as a whole
     * @param refused whether its withdrawal was asked for and refused just now
     */
    record Line(EvidenceFile file, @Nullable String criterion, boolean refused) {

        /** Of the field for the reason: there is one for each file. */
        public String fieldId() {
            return "withdraw-" + file.id();
        }
    }

    /** Whether adding a file was refused just now. */
    public boolean adding() {
        return form.isRefused() && form.text("file") == null;
    }

    /** The form for adding a file, with what was typed into it. */
    public Form added() {
        return form.text("file") == null ? form : Form.blank();
    }

    /** A form that nobody has filled in. */
    public Form blank() {
        return Form.blank();
    }

    static EvidenceSheet of(AssessmentView view, List<EvidenceFile> files, Form form, Locale language) {
        Map<String, String> names = view.result().criteria().stream()
                .collect(Collectors.toMap(
                        SystemGradeResult.Criterion::criterion,
                        one -> one.name().in(language),
                        (one, same) -> one));
        String withdrawn = form.textOrEmpty("file");
        List<Line> lines = files.stream()
                .map(file -> new Line(
                        file,
                        name(names, file.criterion()),
                        file.id().toString().equals(withdrawn)))
                .toList();
        List<Form.Option> criteria = view.result().criteria().stream()
                .map(one -> new Form.Option(one.criterion(), one.name().in(language)))
                .toList();
        return new EvidenceSheet(view.id().toString(), lines, criteria, view.allows("facts"), form);
    }

    private static @Nullable String name(Map<String, String> names, @Nullable String criterion) {
        return criterion == null ? null : names.getOrDefault(criterion, criterion);
    }
}
