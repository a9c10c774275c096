package io.haetae.remedy.task;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of policy tasks. */
@CheckedTemplate(basePath = "remedy/task", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class TaskTemplates {

    private TaskTemplates() {}

    /**
     * Programmes.
     *
     * @param mayMake whether the reader may make one
     */
    static native TemplateInstance list(Page<ProgrammeRow> page, boolean mayMake, Form form);

    /**
     * A programme.
     *
     * @param section of the form that was refused; empty when none was
     */
    static native TemplateInstance programme(ProgrammeView view, String section, Form form);

    /** What a review meeting has before it. */
    static native TemplateInstance sheet(MeetingSheet sheet);

    /**
     * A task with its months.
     *
     * @param section of the form that was refused; empty when none was
     */
    static native TemplateInstance task(TaskView view, String section, Form form);

    /** What awaits the reader: a part of another page. */
    static native TemplateInstance mine(List<AwaitedReport> rows, List<ProgrammeRow> leading);
}
