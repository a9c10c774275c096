package io.haetae.procedure;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@CheckedTemplate(basePath = "procedure", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class RunTemplates {

    private RunTemplates() {}

    static native TemplateInstance runs(
            Page<RunRow> page, Form form, @Nullable SubjectView subject, List<Form.Option> manuals);

    static native TemplateInstance mine(List<MyStep> steps);

    static native TemplateInstance run(RunView run, RunOnPage view);

    static native TemplateInstance sheet(RunView run, RunOnPage view, Instant printedAt);

    static native TemplateInstance manuals(List<ManualRow> manuals);

    static native TemplateInstance manual(ManualOnPage page);
}
