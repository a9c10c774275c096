package io.haetae.register.transfer;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import io.haetae.register.transfer.Decided.Decision;
import io.haetae.register.transfer.ImportCommands.ColumnField;
import io.haetae.register.transfer.ImportCommands.RowDecision;
import io.haetae.register.transfer.ImportRow.Show;
import io.haetae.register.transfer.ImportView.State;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An import step by step: what its columns mean, how far it is, what became of its rows, and applying it. */
@Path("/systems/imports/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ImportPages {

    private final ImportJobService imports;
    private final Forms forms;
    private final Texts texts;
    private final RequestLanguage language;

    ImportPages(ImportJobService imports, Forms forms, Texts texts, RequestLanguage language) {
        this.imports = imports;
        this.forms = forms;
        this.texts = texts;
        this.language = language;
    }

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        static native TemplateInstance bringing(ImportSheet sheet, Form form);
    }

    /**
     * The page.
     *
     * @param columns whether to ask for the columns although they are told
     */
    @GET
    @RolesAllowed({"ADMIN", "OFFICER"})
    public TemplateInstance page(
            UUID id,
            @QueryParam("show") @Nullable Show show,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("columns") boolean columns) {
        ImportSheet sheet = sheet(id, show, cursor, columns);
        return Templates.bringing(sheet, sheet.form());
    }

    @POST
    @Path("mapping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response map(UUID id, MultivaluedMap<String, String> posted) {
        return take(id, posted, true, form -> {
            List<ColumnField> columns = new ArrayList<>();
            for (String name : form.names()) {
                String field = form.text(name);
                if (name.matches("column\\.[0-9]{1,4}") && field != null) {
                    columns.add(new ColumnField(Integer.parseInt(name.substring("column.".length())), field));
                }
            }
            imports.map(id, new ImportCommands.Mapping(columns));
        });
    }

    @POST
    @Path("decisions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response decide(UUID id, MultivaluedMap<String, String> posted) {
        return take(id, posted, false, form -> {
            List<RowDecision> decisions = new ArrayList<>();
            for (String name : form.names()) {
                if (name.matches("row\\.[0-9]{1,6}")) {
                    decisions.add(decision(form, name));
                }
            }
            form.check();
            imports.decide(id, new ImportCommands.Decisions(decisions));
        });
    }

    private static RowDecision decision(Form form, String name) {
        int row = Integer.parseInt(name.substring("row.".length()));
        String said = form.textOrEmpty(name);
        return said.startsWith("SAME:")
                ? new RowDecision(row, Decision.SAME, said.substring("SAME:".length()))
                : new RowDecision(row, form.one(name, Decision.class), null);
    }

    @POST
    @Path("application")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response apply(UUID id, MultivaluedMap<String, String> posted) {
        return take(id, posted, false, form -> {
            Decision undecided = form.one("undecided", Decision.class);
            form.check();
            imports.apply(id, new ImportCommands.Application(form.flag("partial"), undecided));
        });
    }

    private Response take(UUID id, MultivaluedMap<String, String> posted, boolean columns, Consumer<Form> act) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> act.accept(form))) {
            String back = form.text("back");
            String show = back == null || !back.matches("[A-Z]+") ? "" : "?show=" + back;
            return Response.seeOther(URI.create("/systems/imports/" + id + show))
                    .build();
        }
        ImportSheet sheet = sheet(id, null, null, columns);
        return Response.status(422).entity(Templates.bringing(sheet, form)).build();
    }

    private ImportSheet sheet(UUID id, @Nullable Show asked, @Nullable String cursor, boolean columns) {
        ImportView job = imports.get(id);
        boolean telling = job.mappable() && (columns || job.state() != State.CHECKED);
        boolean reported = job.state() == State.CHECKED || job.state() == State.APPLIED;
        Show show = asked == null ? first(job) : asked;
        Page<ImportRow> rows =
                reported ? imports.rows(id, show, Page.limit(null), cursor) : new Page<>(List.of(), null);
        return ImportSheet.of(job, telling, show, rows, texts, language.get());
    }

    /** What needs somebody comes first. */
    private static Show first(ImportView job) {
        if (job.progress().failed() > 0) {
            return Show.REFUSED;
        }
        return job.open() > 0 ? Show.ALIKE : Show.CHANGING;
    }
}
