package io.haetae.intake;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of silences and heartbeats. */
@CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class SilenceTemplates {

    private SilenceTemplates() {}

    static native TemplateInstance silences(Page<SilenceView> page, Form form);

    /** The heartbeats, and the one just made, with its secret. */
    static native TemplateInstance heartbeats(
            List<HeartbeatView> heartbeats, HeartbeatView.@Nullable Made made, Form form);
}
