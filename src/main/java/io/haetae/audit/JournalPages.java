package io.haetae.audit;

import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The journal as a page, for auditors and administrators. */
@Path("/journal")
@Blocking
@RolesAllowed({"AUDITOR", "ADMIN"})
@Produces(MediaType.TEXT_HTML)
class JournalPages {

    private final JournalService journal;
    private final VerificationService verifications;
    private final JournalCsv csv;

    JournalPages(JournalService journal, VerificationService verifications, JournalCsv csv) {
        this.journal = journal;
        this.verifications = verifications;
        this.csv = csv;
    }

    @GET
    public TemplateInstance journal(@RestQuery @Nullable String cursor, @Context UriInfo uri) {
        Form form = Form.of(uri.getQueryParameters());
        URI table = uri.getRequestUriBuilder()
                .replacePath("/journal/entries.csv")
                .replaceQueryParam("cursor")
                .build();
        String address = table.getRawPath() + (table.getRawQuery() == null ? "" : "?" + table.getRawQuery());
        return Templates.journal(journal.list(filter(form), Page.limit(null), cursor), form, address);
    }

    /** As much as one answer of the interface holds; what is beyond is asked for there. */
    @GET
    @Path("entries.csv")
    @Produces(JournalCsv.TYPE)
    public Response table(@Context UriInfo uri) {
        Page<JournalRow> page = journal.list(filter(Form.of(uri.getQueryParameters())), JournalCsv.ROWS, null);
        return Response.ok(csv.write(page.items()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"")
                .build();
    }

    @GET
    @Path("verification")
    public TemplateInstance verification(@RestHeader("HX-Request") @Nullable String htmx) {
        Verification found = verifications.verify();
        return htmx == null ? Templates.verification(found) : Templates.verification$result(found);
    }

    private static JournalFilter filter(Form form) {
        JournalFilter filter = new JournalFilter(
                form.text("subject"), form.text("actor"), form.text("action"), form.time("from"), form.time("to"));
        form.check();
        return filter;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {

        private Templates() {}

        static native TemplateInstance journal(Page<JournalRow> page, Form form, String table);

        static native TemplateInstance verification(Verification found);

        static native TemplateInstance verification$result(Verification found);
    }
}
