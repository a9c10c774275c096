package io.haetae.guidance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.RequestLanguage;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The public status for programs: Statuspage JSON and an Atom feed. */
@Path("/status")
@Blocking
@PermitAll
class StatusApi {

    private final StatusService status;
    private final StatuspageWriter statuspage;
    private final StatusFeed feed;
    private final ObjectMapper json;
    private final RequestLanguage language;
    private final StatusExport export;

    StatusApi(
            StatusService status,
            StatuspageWriter statuspage,
            StatusFeed feed,
            ObjectMapper json,
            RequestLanguage language,
            StatusExport export) {
        this.status = status;
        this.statuspage = statuspage;
        this.feed = feed;
        this.json = json;
        this.language = language;
        this.export = export;
    }

    @GET
    @Path("api/v2/summary.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response summary(@Context Request request) {
        return json(statuspage.summary(status.current(), language.get()), request);
    }

    @GET
    @Path("api/v2/status.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response statusOnly(@Context Request request) {
        return json(statuspage.statusOnly(status.current(), language.get()), request);
    }

    @GET
    @Path("api/v2/components.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response components(@Context Request request) {
        return json(statuspage.components(status.current(), language.get()), request);
    }

    @GET
    @Path("api/v2/incidents.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response incidents(@Context Request request) {
        StatusBoard board = status.current();
        return json(statuspage.incidents(board, board.incidents(), language.get()), request);
    }

    @GET
    @Path("api/v2/incidents/unresolved.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response unresolved(@Context Request request) {
        StatusBoard board = status.current();
        return json(statuspage.incidents(board, board.open(), language.get()), request);
    }

    @GET
    @Path("api/v2/scheduled-maintenances.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Planned work that is announced: lately over, going on, and soon to come")
    public Response maintenances(@Context Request request) {
        StatusBoard board = status.current();
        return json(statuspage.maintenances(board, board.works(), language.get()), request);
    }

    @GET
    @Path("api/v2/scheduled-maintenances/upcoming.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response upcoming(@Context Request request) {
        StatusBoard board = status.current();
        return json(statuspage.maintenances(board, board.upcoming(), language.get()), request);
    }

    @GET
    @Path("api/v2/scheduled-maintenances/active.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response active(@Context Request request) {
        StatusBoard board = status.current();
        return json(statuspage.maintenances(board, board.active(), language.get()), request);
    }

    @GET
    @Path("feed.atom")
    @Produces("application/atom+xml")
    public Response feed(@Context Request request) {
        byte[] written = feed.write(status.current(), language.get());
        return answer(written, "application/atom+xml; charset=utf-8", request);
    }

    @GET
    @Path("export.zip")
    @Produces("application/zip")
    @Operation(summary = "All of the public status as files with a signed manifest, for a network that cannot ask here")
    public Response export(@Context Request request) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (Map.Entry<String, byte[]> file : export.files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0)); // the same content is the same archive
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(archive.toByteArray(), "application/zip", request);
    }

    private Response json(Object body, Request request) {
        try {
            return answer(json.writeValueAsBytes(body), "application/json; charset=utf-8", request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the status cannot be written as JSON", e);
        }
    }

    /** The body, or 304 when the caller has it already. Any site may read it, and proxies take the crowd. */
    private Response answer(byte[] body, String type, Request request) {
        EntityTag tag = new EntityTag(tag(body));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(body, type) : unchanged;
        return answer.tag(tag)
                .header("Cache-Control", status.cacheControl())
                // the language may come from a cookie of somebody who works here
                .header("Vary", "Cookie")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
