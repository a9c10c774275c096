package io.haetae.remedy.survey;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.List;

/** The pages of surveys. */
@CheckedTemplate(basePath = "remedy/survey", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class SurveyTemplates {

    private SurveyTemplates() {}

    /**
     * Surveys.
     *
     * @param mayAnnounce whether the reader may announce one
     */
    static native TemplateInstance list(Page<SurveyRow> page, boolean mayAnnounce);

    /**
     * A new one.
     *
     * @param lines places for questions
     * @param room whether more of them may be added
     * @param earliest the first day on which one that is announced today may begin
     */
    static native TemplateInstance make(Form form, List<Integer> lines, boolean room, LocalDate earliest);

    /** A survey, with the form that was refused, if one was. */
    static native TemplateInstance page(SurveyView view, SurveyForms forms);

    /** What awaits the reader: a part of another page. */
    static native TemplateInstance mine(List<SurveyRow> rows);
}
