package io.haetae.grading.consolidation;

import io.haetae.kernel.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The pages of consolidation. */
@CheckedTemplate(basePath = "grading/consolidation")
final class ConsolidationTemplates {

    private ConsolidationTemplates() {}

    /**
     * Candidates.
     *
     * @param export address of the table with all of them
     * @param stating whether the reader says how systems are used
     * @param links the form for a recommendation, filled in, by code of the system; only for whom may recommend
     */
    static native TemplateInstance candidates(
            CandidateList list, Form filter, String export, boolean stating, @Nullable RecommendationLinks links);

    /** One system before whoever decides about it. */
    static native TemplateInstance candidate(CandidateSheet sheet, Form asked, @Nullable RecommendationLinks links);

    /**
     * Use of a system, year by year.
     *
     * @param form the year that is being stated
     */
    static native TemplateInstance use(UseSheet sheet, Form form);

    /** Many systems at once, with the report of what was brought. */
    static native TemplateInstance facts(@Nullable UseReport report, Form form, String columns);
}
