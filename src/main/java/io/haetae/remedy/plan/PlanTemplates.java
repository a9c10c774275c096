package io.haetae.remedy.plan;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of failure-management plans. */
@CheckedTemplate(basePath = "remedy/plan", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class PlanTemplates {

    private PlanTemplates() {}

    /**
     * Guidelines, and what awaits the reader.
     *
     * @param mayIssue whether the reader may issue one
     */
    static native TemplateInstance list(Page<GuidelineView> page, List<PlanRow> waiting, boolean mayIssue, Form form);

    /**
     * A guideline with the standing of its plans.
     *
     * @param leads whether the reader speaks for its authority
     */
    static native TemplateInstance guideline(
            GuidelineView guideline, Page<PlanRow> plans, boolean leads, Form filter, Form form);

    /** A plan, with the form that was refused, if one was. */
    static native TemplateInstance plan(PlanView view, Form form);

    /** What awaits the reader: a part of another page. */
    static native TemplateInstance mine(List<PlanRow> rows, List<GuidelineView> renewals);
}
