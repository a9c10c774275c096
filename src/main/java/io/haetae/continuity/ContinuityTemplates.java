package io.haetae.continuity;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The room's pages. */
@CheckedTemplate(basePath = "continuity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ContinuityTemplates {

    private ContinuityTemplates() {}

    static native TemplateInstance list(
            Page<ActivationRow> page, List<PlanRow> missing, List<PlanRow> plans, Form form);

    static native TemplateInstance activation(ActivationView activation, Desk desk);

    static native TemplateInstance ledger(
            ActivationView activation, Page<ReceiptView> page, Reconciliation sum, Form filter, Form form);

    static native TemplateInstance receipt(ActivationView activation, ReceiptView receipt, Form form);

    static native TemplateInstance slip(ActivationView activation, ReceiptView receipt);

    static native TemplateInstance offline(
            ActivationView activation, ActivationView.Service service, String office, List<String> numbers);

    static native TemplateInstance bring(ActivationView activation, Form form, @Nullable ReceiptReport report);

    static native TemplateInstance plan(PlanSheet sheet, Form form);

    /** What waits for the reader, for the page of his tasks. */
    static native TemplateInstance mine(List<ActivationRow> activations);

    /** What runs for an incident, for its page. */
    static native TemplateInstance incident(String number, List<ActivationRow> activations);
}
