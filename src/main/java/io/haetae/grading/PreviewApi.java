package io.haetae.grading;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.haetae.rule.RuleRef;
import io.haetae.rule.SystemGradeRules;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** What a version of the rules for system grades would change over the register. */
@Path("/api/v1/rule-sets/{kind}/{name}/versions/{version}/preview")
class PreviewApi {

    private final SystemGradeRules rules;
    private final PreviewService previews;
    private final PreviewSheet sheet;
    private final CurrentActor actor;

    PreviewApi(SystemGradeRules rules, PreviewService previews, PreviewSheet sheet, CurrentActor actor) {
        this.rules = rules;
        this.previews = previews;
        this.sheet = sheet;
        this.actor = actor;
    }

    /** Says nothing: the version is in the path. */
    record Nothing() {}

    @POST
    @Authenticated
    public PreviewView preview(@Valid @BeanParam Query query, @NotNull Nothing body) {
        return previews.preview(
                rules.bulk(query.ref()), query.filter(), actor.get().scope(), Page.limit(query.limit), query.cursor);
    }

    @GET
    @Path("export")
    @Authenticated
    @Produces("text/csv")
    public Response export(@Valid @BeanParam Query query) {
        var rows = previews.all(
                rules.bulk(query.ref()), query.filter(), actor.get().scope());
        StreamingOutput stream = out -> sheet.write(rows, out);
        String name = query.name + "-" + query.version + "-preview.csv";
        return Response.ok(stream, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Which version, and which of the systems moved. */
    static class Query extends Wanted {

        @PathParam("kind")
        String kind = "";

        @PathParam("name")
        String name = "";

        @PathParam("version")
        String version = "";

        RuleRef ref() {
            return new RuleRef(kind, name, version);
        }
    }

    /** Which of the systems moved. */
    static class Wanted {

        /** Present grade, 0 for none. */
        @QueryParam("from")
        @Min(0)
        @Max(4)
        @Nullable
        Integer from;

        @QueryParam("to")
        @Min(0)
        @Max(4)
        @Nullable
        Integer to;

        @QueryParam("institution")
        @Size(max = 40)
        @Nullable
        String institution;

        @QueryParam("limit")
        @Nullable
        Integer limit;

        @QueryParam("cursor")
        @Size(max = 200)
        @Nullable
        String cursor;

        PreviewFilter filter() {
            String owner = institution == null || institution.isBlank() ? null : institution.strip();
            return new PreviewFilter(from, to, owner);
        }
    }
}
