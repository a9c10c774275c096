package io.haetae.crisis;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The room's sheets. */
@CheckedTemplate(basePath = "crisis", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class CrisisTemplates {

    private CrisisTemplates() {}

    /** The sheet that becomes a PDF. */
    static native TemplateInstance sheet(ReportView report, ReportPdf.Names names);
}
