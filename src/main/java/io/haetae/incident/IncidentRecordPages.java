package io.haetae.incident;

import io.haetae.kernel.Form;
import io.haetae.kernel.PostedFile;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Roles and links of an incident, and what becomes of a feared one, as forms. */
@Path("/incidents/{number}")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class IncidentRecordPages {

    private final IncidentRecordService record;
    private final FearService fears;
    private final MergeService merging;
    private final SplitService splitting;
    private final IncidentFileService files;
    private final RecurrenceService recurrence;
    private final StepFormPages steps;

    IncidentRecordPages(
            IncidentRecordService record,
            FearService fears,
            MergeService merging,
            SplitService splitting,
            IncidentFileService files,
            RecurrenceService recurrence,
            StepFormPages steps) {
        this.record = record;
        this.fears = fears;
        this.merging = merging;
        this.splitting = splitting;
        this.files = files;
        this.recurrence = recurrence;
        this.steps = steps;
    }

    @POST
    @Path("roles")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response assign(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "roles", posted, form -> {
            ResponseRole role = form.one("role", ResponseRole.class);
            form.need("role", "person").check();
            record.assign(
                    number,
                    Objects.requireNonNull(role),
                    new RoleCommands.Assignment(form.textOrEmpty("person"), form.text("note")));
        });
    }

    @POST
    @Path("roles/{role}/relief")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response relieve(String number, ResponseRole role, MultivaluedMap<String, String> posted) {
        return steps.take(number, "roles", posted, form -> {
            form.need("reason").check();
            record.relieve(number, role, new RoleCommands.Relief(form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("links")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response link(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "links", posted, form -> {
            LinkKind kind = form.one("kind", LinkKind.class);
            form.need("kind", "to").check();
            record.link(
                    number, new LinkCommand(Objects.requireNonNull(kind), form.textOrEmpty("to"), form.text("note")));
        });
    }

    @POST
    @Path("links/{link}/removal")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response unlink(String number, UUID link, MultivaluedMap<String, String> posted) {
        return steps.take(number, "links", posted, form -> {
            form.need("reason").check();
            record.unlink(number, link, form.textOrEmpty("reason"));
        });
    }

    @POST
    @Path("merger")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response merge(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "merger", posted, form -> {
            form.need("into", "reason").check();
            merging.merge(number, new MergeCommands.Merger(form.textOrEmpty("into"), form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("splits")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response split(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "splits", posted, form -> {
            form.need("systems", "title", "reason").check();
            splitting.split(
                    number,
                    new MergeCommands.Split(
                            form.values("systems"), form.textOrEmpty("title"), form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("cause")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response classify(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "cause", posted, form -> {
            CauseKind kind = form.one("kind", CauseKind.class);
            form.need("kind").check();
            recurrence.classify(number, Objects.requireNonNull(kind), form.text("note"));
        });
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response attach(
            String number, @RestForm("file") @Nullable FileUpload file, @RestForm("note") @Nullable String note) {
        return steps.take(
                number,
                "files",
                Form.blank(),
                form -> files.add(number, PostedFile.name(file), PostedFile.content(file), note));
    }

    @POST
    @Path("occurrence")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response occurred(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "occurrence", posted, form -> {
            Instant at = form.time("occurredAt");
            form.need("reason").check();
            fears.occurred(number, new FearCommands.Occurrence(at, form.textOrEmpty("reason"), List.of()));
        });
    }

    @POST
    @Path("stand-down")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response standDown(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "stand-down", posted, form -> {
            form.need("reason").check();
            fears.standDown(number, new FearCommands.StandDown(form.textOrEmpty("reason")));
        });
    }
}
