package io.haetae.change;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of changes and windows. */
@CheckedTemplate(basePath = "change", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ChangeTemplates {

    private ChangeTemplates() {}

    static native TemplateInstance list(Page<ChangeRow> page, Form filter);

    /** One change, with the form of the step that was refused, if one was. */
    static native TemplateInstance page(ChangeView view, String section, Form form);

    /**
     * A change to be written.
     *
     * @param action where the form goes
     */
    static native TemplateInstance write(Form form, String action);

    /** What awaits the reader: a part of another page. */
    static native TemplateInstance mine(List<AwaitedStep> steps);

    static native TemplateInstance calendar(WindowMonth month, Form filter);

    static native TemplateInstance windowNew(Form form);

    static native TemplateInstance window(WindowView view, Form form);
}
