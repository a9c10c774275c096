package io.haetae.register.page;

import io.haetae.kernel.Form;
import io.haetae.kernel.KeptFile;
import io.haetae.kernel.Page;
import io.haetae.register.DependencySheet;
import io.haetae.register.HistoryEntry;
import io.haetae.register.Lineage;
import io.haetae.register.RegisterChanges;
import io.haetae.register.SiteView;
import io.haetae.register.SystemEntry;
import io.haetae.register.SystemView;
import io.haetae.register.page.SystemPages.Listing;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@CheckedTemplate(basePath = "register")
final class RegisterTemplates {

    private RegisterTemplates() {}

    static native TemplateInstance list(Page<SystemEntry> page, Listing listing, Form form, Names.Book names);

    static native TemplateInstance system(
            SystemView system, DependencySheet dependencies, Names.Book names, @Nullable Instant asOf, boolean mayEdit);

    static native TemplateInstance stub(SystemEntry system);

    static native TemplateInstance history(SystemView system, Page<HistoryEntry> page);

    static native TemplateInstance edit(SystemSheet sheet, Form form);

    /** What is lost with a system or a place, and the way back. */
    static native TemplateInstance impact(LossSheet sheet);

    static native TemplateInstance links(SystemView system, Form form, List<Slot> slots);

    static native TemplateInstance lineage(
            SystemView system, Lineage lineage, boolean mayChange, Form form, List<Slot> slots);

    static native TemplateInstance files(SystemView system, List<KeptFile> files, boolean mayAdd, Form form);

    static native TemplateInstance changes(RegisterChanges changes, List<Integer> grades, Form form);

    static native TemplateInstance sites(List<SiteView> sites, Form form, SitePages.Choices choices);
}
