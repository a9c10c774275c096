package io.haetae.remedy;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of recommendations. */
@CheckedTemplate(basePath = "remedy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class RemedyTemplates {

    private RemedyTemplates() {}

    /**
     * Everything that is to become better.
     *
     * @param mayRecommend whether the reader may make one
     */
    static native TemplateInstance list(Page<RecommendationRow> page, Form filter, boolean mayRecommend);

    /** One of them, with the form of the step that was refused, if one was. */
    static native TemplateInstance page(RecommendationView view, String section, Form form);

    /** A new one. */
    static native TemplateInstance make(Form form, String bases);

    /** What awaits the reader: a part of another page. */
    static native TemplateInstance mine(List<RecommendationRow> rows);
}
