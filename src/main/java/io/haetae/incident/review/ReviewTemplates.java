package io.haetae.incident.review;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of reviews. */
@CheckedTemplate(basePath = "review", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ReviewTemplates {

    private ReviewTemplates() {}

    static native TemplateInstance list(Page<ReviewRow> page, Form filter);

    /**
     * One review: on screen to be worked on, on paper as the sheet that is handed in.
     *
     * @param content the form of the text
     * @param section noun of the form that was refused, empty when none was
     * @param step that form
     */
    static native TemplateInstance page(ReviewView view, Form content, String section, Form step);

    /** What awaits the reader: a part of another page. */
    static native TemplateInstance mine(List<ReviewRow> rows);

    /**
     * The review of one incident: a part of the incident's page.
     *
     * @param review null while there is none
     * @param mayOrder whether the reader may order one
     */
    static native TemplateInstance of(String incident, @Nullable ReviewRow review, boolean mayOrder);
}
