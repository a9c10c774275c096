package io.haetae.incident;

import io.haetae.change.ChangeHints;
import io.haetae.duty.Escalation;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The room's pages. */
@CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class IncidentTemplates {

    private IncidentTemplates() {}

    static native TemplateInstance list(Page<IncidentRow> page, Form filter, Form form);

    /** What was like it before. */
    static native TemplateInstance similar(
            String number, List<SimilarIncident> similar, RecurrenceView recurrence, Form form);

    /** All its deadlines, and whether they are what their events say. */
    static native TemplateInstance deadlines(IncidentView incident, IncidentOnPage view, ClockCheck check);

    /** What became of acting on many at once. */
    static native TemplateInstance bulk(BulkView bulk, Form form);

    static native TemplateInstance page(
            IncidentView incident,
            IncidentRecordView record,
            IncidentOnPage view,
            List<GradeEntry> grades,
            List<TimelineEntry> timeline,
            List<Escalation> escalations);

    /** The declaration; {@code more} opens the part that an operator in a hurry leaves shut. */
    static native TemplateInstance declaration(
            Form form,
            List<ChosenSystem> chosen,
            List<ChosenSystem> found,
            List<Form.Option> sites,
            GradePreview preview,
            boolean more);

    /** The part of the declaration that names systems. */
    static native TemplateInstance systems(Form form, List<ChosenSystem> chosen, List<ChosenSystem> found);

    /** Planned work that may have caused it. */
    static native TemplateInstance changes(String number, List<ChangeHints.Hint> hints);

    /** The failure grade that the facts typed so far would give. */
    static native TemplateInstance preview(GradePreview preview);
}
