package io.haetae.grading;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.register.SystemView;
import io.haetae.rule.SystemGradeResult;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of grading. */
@CheckedTemplate(basePath = "grading", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class GradingTemplates {

    private GradingTemplates() {}

    /**
     * What waits for the reader, and everything else.
     *
     * @param tabs what may be chosen, with counts
     * @param counts how many there are in each state
     */
    static native TemplateInstance list(
            Page<AssessmentRow> page, List<Tab> tabs, Map<AssessmentState, Long> counts, Form filter);

    /**
     * One assessment.
     *
     * @param questions what the facts form asks, empty when the reader may not write
     * @param facts the facts form
     * @param step the form of the next step, whichever it is
     * @param evidence the files
     */
    static native TemplateInstance assessment(
            AssessmentView view, List<Questions.Question> questions, Form facts, Form step, EvidenceSheet evidence);

    /** A new assessment. */
    static native TemplateInstance draft(SystemView system, List<Questions.Question> questions, Form facts);

    /** What the facts typed would give. */
    static native TemplateInstance preview(
            SystemGradeResult result, List<String> counted, Map<String, String> evidence);

    /** Why the facts typed give no result yet. */
    static native TemplateInstance incomplete(Form facts);

    /**
     * How a system came by its grade.
     *
     * @param behind the assessment behind the present grade, null when it was not decided here
     * @param mayBegin whether the reader may begin a new one
     * @param history every grade there was, or the one that held on a day
     * @param asOf that day, null for all
     */
    static native TemplateInstance system(
            SystemView system,
            @Nullable AssessmentView behind,
            Page<AssessmentRow> page,
            boolean mayBegin,
            List<GradeHistory.Held> history,
            @Nullable LocalDate asOf);

    /** The same as a part of the system's page. */
    static native TemplateInstance system$card(
            SystemView system,
            @Nullable AssessmentView behind,
            Page<AssessmentRow> page,
            boolean mayBegin,
            List<GradeHistory.Held> history,
            @Nullable LocalDate asOf);

    /**
     * What the grade of a system obliges to.
     *
     * @param stated the duty whose form was refused, empty when none was
     * @param form that form
     */
    static native TemplateInstance duties(SystemView system, DutyView view, Form asked, String stated, Form form);

    /** What an institution's systems achieved over a month. */
    static native TemplateInstance serviceLevels(SlaReport report, Form asked);

    /**
     * A part of the list.
     *
     * @param task its name, null for everything
     * @param current whether it is shown
     */
    record Tab(AssessmentFilter.@Nullable Task task, long count, boolean current) {}
}
