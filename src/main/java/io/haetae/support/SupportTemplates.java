package io.haetae.support;

import io.haetae.incident.IncidentSupport;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of support requests. */
@CheckedTemplate(basePath = "support", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class SupportTemplates {

    private SupportTemplates() {}

    /**
     * The list.
     *
     * @param prompts failures about which nobody has decided yet whether the team is called
     */
    static native TemplateInstance list(Page<SupportRow> page, List<IncidentSupport.Prompt> prompts, Form filter);

    /**
     * One request.
     *
     * @param section noun of the step whose form was refused, empty when none was
     * @param team who can be sent; empty unless the reader may send somebody
     */
    static native TemplateInstance page(SupportView view, String section, List<Form.Option> team, Form form);

    static native TemplateInstance ask(Form form);

    /** What awaits the reader: a part of another page. */
    static native TemplateInstance mine(List<SupportRow> rows);

    /** The requests of an incident: a part of its page. */
    static native TemplateInstance incident(String number, List<SupportRow> rows);
}
