package io.haetae.intake;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of alerts. */
@CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class IntakeTemplates {

    private IntakeTemplates() {}

    /**
     * Every alert, and the queue of those that name no system.
     *
     * @param waiting the first of those that wait for people
     * @param form of the alert that was refused; {@code none} is that of the others
     * @param refused id of that alert, empty when there is none
     */
    static native TemplateInstance list(
            Page<AlertView> page,
            Form filter,
            Page<AlertView> waiting,
            Form form,
            Form none,
            String refused,
            boolean mayWork);

    /** The alerts of an incident: a part of its page. */
    static native TemplateInstance of(
            String number, Page<AlertView> page, List<ProposalView> proposals, List<ProposalView.Link> links);

    /** A proposal to see incidents together. */
    static native TemplateInstance proposal(ProposalView proposal, Form form, boolean mayDecide);

    /** The keys of sources, and the one just made, with its secret. */
    static native TemplateInstance keys(List<KeyView> keys, KeyView.@Nullable Made made, Form form, boolean mayMake);

    /** The published table of severities. */
    static native TemplateInstance severities(List<Severities.Scheme> schemes);
}
