package io.haetae.grading.consolidation;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.rule.Consolidation.Answer;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Candidates for a merge or an abolition, and the facts of many systems at once. */
@Path("/api/v1/consolidation")
class ConsolidationApi {

    private final CandidateService candidates;
    private final UseImportService imports;
    private final CurrentActor actor;
    private final RequestLanguage language;

    ConsolidationApi(
            CandidateService candidates, UseImportService imports, CurrentActor actor, RequestLanguage language) {
        this.candidates = candidates;
        this.imports = imports;
        this.actor = actor;
        this.language = language;
    }

    @GET
    @Path("candidates")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CandidateCsv.TYPE})
    @Operation(
            summary =
                    "Systems of grade 3 or lower by use and performance, with the reason per criterion; all of them as"
                            + " CSV when Accept prefers text/csv")
    public Response list(@BeanParam Query query, @Context HttpHeaders headers) {
        CandidateFilter filter = query.filter(candidates.usualYear());
        MediaType preferred = headers.getAcceptableMediaTypes().get(0);
        if (preferred.getType().equals("text") && preferred.getSubtype().equals("csv")) {
            String table = CandidateCsv.write(candidates.export(actor.get().scope(), filter), language.get());
            return Response.ok(table, CandidateCsv.TYPE)
                    .header("Content-Disposition", "attachment; filename=\"consolidation-" + filter.year() + ".csv\"")
                    .build();
        }
        CandidateList found = candidates.list(actor.get().scope(), filter, Page.limit(query.limit), query.cursor);
        return Response.ok(found, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("candidates/{system}")
    @Authenticated
    @Operation(summary = "One system by the same rules, with those into which it could be merged")
    public CandidateSheet of(String system, @QueryParam("year") @Nullable Integer year) {
        return candidates.of(system, year(year, candidates.usualYear()));
    }

    /** 200 with the report of a dry run or of what was written; 422 with the report when nothing was. */
    @POST
    @Path("facts/import")
    @RolesAllowed({"OFFICER", "OPERATOR"})
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Use and performance of many systems from a CSV file, with a report per row")
    public Response bring(byte[] file, @QueryParam("dryRun") boolean dryRun, @QueryParam("partial") boolean partial) {
        UseReport report = imports.bring(file, dryRun, partial);
        return Response.status(report.held() ? 422 : 200).entity(report).build();
    }

    static int year(@Nullable Integer asked, int usual) {
        return Objects.requireNonNullElse(asked, usual);
    }

    /** The query parameters of the list. */
    static class Query {

        static final String ALL = "ALL";

        @QueryParam("institution")
        @Nullable
        String institution;

        @QueryParam("year")
        @Nullable
        Integer year;

        /** Candidates when nothing is said, everything that is looked at for {@link #ALL}. */
        @QueryParam("candidate")
        @Nullable
        String candidate;

        @QueryParam("limit")
        @Nullable
        Integer limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        CandidateFilter filter(int usualYear) {
            String of = institution == null || institution.isBlank() ? null : institution.strip();
            return new CandidateFilter(of, ConsolidationApi.year(year, usualYear), answer());
        }

        private @Nullable Answer answer() {
            if (candidate == null || candidate.isBlank()) {
                return Answer.YES;
            }
            if (candidate.equals(ALL)) {
                return null;
            }
            try {
                return Answer.valueOf(candidate);
            } catch (IllegalArgumentException e) {
                throw Refusal.fields(List.of(new FieldError(
                        "/candidate", "not-one-of", Map.of("value", candidate, "allowed", "YES, NO, UNKNOWN, ALL"))));
            }
        }
    }
}
