package io.haetae.audit;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The journal over HTTP. */
@Path("/api/v1/audit")
@RolesAllowed({"AUDITOR", "ADMIN"})
@Tag(name = "audit", description = "Who did what, when, and whether the record of it is whole")
class JournalApi {

    private final JournalService journal;
    private final VerificationService verifications;
    private final JournalCsv csv;

    JournalApi(JournalService journal, VerificationService verifications, JournalCsv csv) {
        this.journal = journal;
        this.verifications = verifications;
        this.csv = csv;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, JournalCsv.TYPE})
    @Operation(summary = "Entries of the journal, newest first; comma-separated values when Accept prefers text/csv")
    public Response list(
            @RestQuery @Nullable String subject,
            @RestQuery @Nullable String actor,
            @RestQuery @Nullable String action,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        JournalFilter filter = new JournalFilter(subject, actor, action, instant("/from", from), instant("/to", to));
        MediaType preferred = headers.getAcceptableMediaTypes().get(0);
        if (!preferred.getType().equals("text") || !preferred.getSubtype().equals("csv")) {
            return Response.ok(journal.list(filter, Page.limit(limit), cursor), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        Page<JournalRow> page = journal.list(filter, JournalCsv.ROWS, cursor);
        Response.ResponseBuilder response = Response.ok(csv.write(page.items()), JournalCsv.TYPE);
        if (page.next() != null) {
            response.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", page.next())
                            .build(),
                    "next");
        }
        return response.build();
    }

    @GET
    @Path("/verify")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Walks the journal and says whether it is as it was written")
    public Verification verify() {
        return verifications.verify();
    }

    private static @Nullable Instant instant(String pointer, @Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.fields(List.of(new FieldError(
                    pointer, "wrong-format", Map.of("value", text, "allowed", "2026-11-23T10:00:00+09:00"))));
        }
    }
}
