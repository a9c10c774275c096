package io.haetae.crisis;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The room's pages. */
@CheckedTemplate(basePath = "crisis", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class CrisisTemplates {

    private CrisisTemplates() {}

    static native TemplateInstance list(Page<CrisisRow> page, boolean mayOpen, List<Form.Option> incidents, Form form);

    static native TemplateInstance page(
            CrisisView crisis,
            CrisisOnPage view,
            Board board,
            Curve curve,
            StageLanes lanes,
            List<ReportView> reports,
            Form asOf);

    static native TemplateInstance report(ReportView report, CrisisOnPage view, boolean mayApprove, Form form);

    /** The sheet that becomes a PDF. */
    static native TemplateInstance sheet(ReportView report, ReportPdf.Names names);
}
