package io.haetae.intake;

import io.haetae.intake.Fate.Answer;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Keys, and the paths to which sources post. The key in the path is the authority; nobody logs in there. */
@Path("/api/v1/intake")
class IntakeApi {

    /** A body that does not say how long it is may be as long as one may be; see {@code haetae.web.import-limit}. */
    private static final long LONGEST = 10_485_760;

    private final KeyService keys;
    private final Intake intake;

    IntakeApi(KeyService keys, Intake intake) {
        this.keys = keys;
        this.intake = intake;
    }

    @GET
    @Path("keys")
    @RolesAllowed({"ADMIN", "AUDITOR"})
    public Map<String, List<KeyView>> list() {
        return Map.of("items", keys.list());
    }

    @POST
    @Path("keys")
    @RolesAllowed("ADMIN")
    public Response create(@NotNull @Valid KeyCommand command) {
        KeyView.Made made = keys.create(command);
        return Response.created(URI.create("/api/v1/intake/keys/" + made.view().id()))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("keys/{id}")
    @RolesAllowed("ADMIN")
    public void revoke(UUID id) {
        keys.revoke(id);
    }

    @POST
    @Path("alertmanager/{key}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Alerts of an Alertmanager, webhook version 4; answers what became of each")
    public Answer alertmanager(String key, @HeaderParam("Content-Length") @Nullable Long length, InputStream body)
            throws IOException {
        return intake.take(
                key,
                Adapter.ALERTMANAGER,
                most(length),
                body::readAllBytes,
                (source, read, now) -> new AlertmanagerBody(source, now).webhook(read));
    }

    @POST
    @Path("alertmanager/{key}/api/v2/alerts")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Alerts of a Prometheus that has this as its Alertmanager (API v2); answers what became of each")
    public Answer prometheus(String key, @HeaderParam("Content-Length") @Nullable Long length, InputStream body)
            throws IOException {
        return intake.take(
                key,
                Adapter.ALERTMANAGER,
                most(length),
                body::readAllBytes,
                (source, read, now) -> new AlertmanagerBody(source, now).api(read));
    }

    @POST
    @Path("grafana/{key}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Alerts of a Grafana webhook contact point; answers what became of each")
    public Answer grafana(String key, @HeaderParam("Content-Length") @Nullable Long length, InputStream body)
            throws IOException {
        return intake.take(
                key, Adapter.GRAFANA, most(length), body::readAllBytes, (source, read, now) -> new AlertmanagerBody(
                                source, now)
                        .webhook(read));
    }

    @POST
    @Path("zabbix/{key}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "An event as the media type for Zabbix sends it; answers what became of it")
    public Answer zabbix(String key, @HeaderParam("Content-Length") @Nullable Long length, InputStream body)
            throws IOException {
        return intake.take(
                key, Adapter.ZABBIX, most(length), body::readAllBytes, (source, read, now) -> new ZabbixBody(source)
                        .read(read));
    }

    @POST
    @Path("cloudevents/{key}")
    @PermitAll
    @Consumes({"application/cloudevents+json", "application/cloudevents-batch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "CloudEvents 1.0, one or a batch, read by the CEL of the key; answers what became of each")
    public Answer cloudEvents(String key, @HeaderParam("Content-Length") @Nullable Long length, InputStream body)
            throws IOException {
        return intake.take(
                key, Adapter.CLOUDEVENTS, most(length), body::readAllBytes, (source, read, now) -> new CloudEventBody(
                                source)
                        .read(read));
    }

    @POST
    @Path("generic/{key}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "One alert or a list, any JSON, read by the CEL of the key; answers what became of each")
    public Answer generic(String key, @HeaderParam("Content-Length") @Nullable Long length, InputStream body)
            throws IOException {
        return intake.take(
                key, Adapter.GENERIC, most(length), body::readAllBytes, (source, read, now) -> new MappedBody(source)
                        .read(read));
    }

    private static long most(@Nullable Long length) {
        return length == null ? LONGEST : length;
    }
}
