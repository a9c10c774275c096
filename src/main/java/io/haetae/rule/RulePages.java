package io.haetae.rule;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.YamlProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Which rules there are and which hold, bringing new ones, and putting one in force. */
@Path("/rules")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RulePages {

    private static final String VERSION = "{kind}/{name}/versions/{version}";

    private final RuleVersionService versions;
    private final RuleImportService imports;
    private final InstitutionService institutions;
    private final Forms forms;
    private final RequestLanguage language;

    RulePages(
            RuleVersionService versions,
            RuleImportService imports,
            InstitutionService institutions,
            Forms forms,
            RequestLanguage language) {
        this.versions = versions;
        this.imports = imports;
        this.institutions = institutions;
        this.forms = forms;
        this.language = language;
    }

    @CheckedTemplate(basePath = "rule", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        static native TemplateInstance list(List<RuleSetView> sets);

        /**
         * One version.
         *
         * @param ref what it is
         * @param others the other versions of the set, newest first
         * @param authorities who may have rules of their own
         */
        static native TemplateInstance version(
                RuleRef ref, RuleVersionView version, List<String> others, List<Form.Option> authorities, Form form);

        /**
         * Bringing a text.
         *
         * @param problems every place that is wrong
         * @param checked what was looked at and is right, null when nothing was
         */
        static native TemplateInstance bring(Form form, List<YamlProblem> problems, @Nullable RuleVersionView checked);
    }

    @GET
    @Authenticated
    public TemplateInstance list() {
        return Templates.list(versions.list());
    }

    @GET
    @Path(VERSION)
    @Authenticated
    public TemplateInstance version(
            @PathParam("kind") String kind, @PathParam("name") String name, @PathParam("version") String version) {
        return page(new RuleRef(kind, name, version), Form.blank());
    }

    @POST
    @Path(VERSION + "/activation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("ADMIN")
    public Response activate(
            @PathParam("kind") String kind,
            @PathParam("name") String name,
            @PathParam("version") String version,
            MultivaluedMap<String, String> posted) {
        RuleRef ref = new RuleRef(kind, name, version);
        Form form = Form.of(posted);
        boolean done = forms.done(form, () -> {
            RuleActivation command =
                    new RuleActivation(form.time("effectiveFrom"), form.textOrEmpty("reason"), form.text("authority"));
            form.need("reason").check();
            versions.activate(ref, command);
        });
        if (done) {
            return Response.seeOther(URI.create("/rules/" + path(ref))).build();
        }
        return Response.status(422).entity(page(ref, form)).build();
    }

    @GET
    @Path("import")
    @RolesAllowed("ADMIN")
    public TemplateInstance form() {
        return Templates.bring(Form.blank(), List.of(), null);
    }

    /** A file, or a text typed or pasted; the file counts when there are both. */
    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("ADMIN")
    public Response bring(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String content,
            @RestForm @Nullable String dryRun) {
        String text = text(file, content);
        Form form = Form.blank().put("content", text);
        boolean tried = "true".equals(dryRun);
        return forms.made(form, () -> brought(text, tried))
                .map(brought -> tried
                        ? Response.ok(Templates.bring(form, List.of(), brought))
                        : Response.seeOther(
                                URI.create("/rules/" + path(RuleRef.pinned(brought.ruleSet(), brought.version())))))
                .orElseGet(() -> Response.status(422).entity(Templates.bring(form, problems(form.facts()), null)))
                .build();
    }

    private RuleVersionView brought(String text, boolean tried) {
        if (text.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("/content", "required")));
        }
        return imports.bring(text, tried);
    }

    @SuppressWarnings("unchecked")
    private static List<YamlProblem> problems(Map<String, Object> facts) {
        return (List<YamlProblem>) facts.getOrDefault("problems", List.of());
    }

    private static String text(@Nullable FileUpload file, @Nullable String typed) {
        try {
            if (file != null && file.size() > 0) {
                return Files.readString(file.uploadedFile(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n");
    }

    private TemplateInstance page(RuleRef ref, Form form) {
        RuleVersionView view = versions.get(ref);
        List<String> others = versions.list().stream()
                .filter(set -> set.kind().equals(ref.kind()) && set.name().equals(ref.name()))
                .flatMap(set -> set.versions().stream())
                .filter(other -> !other.equals(ref.version()))
                .toList();
        return Templates.version(ref, view, others, authorities(), form);
    }

    private List<Form.Option> authorities() {
        List<InstitutionView> all = institutions.list();
        List<String> codes = all.stream()
                .map(InstitutionView::centralAuthority)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return all.stream()
                .filter(one -> codes.contains(one.code()))
                .map(one -> new Form.Option(one.code(), one.name().in(language.get()) + " (" + one.code() + ")"))
                .toList();
    }

    private static String path(RuleRef ref) {
        return ref.ruleSet() + "/versions/" + ref.version();
    }
}
