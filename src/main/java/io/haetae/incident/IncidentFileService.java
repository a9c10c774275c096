package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.KeptFiles;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.TakenFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attachments of an incident: put there by whoever may write to its timeline, taken away again by whoever may see it. */
@ApplicationScoped
class IncidentFileService {

    static final KeptFiles.Shelf SHELF = new KeptFiles.Shelf("incident_file", "incident");

    private final Incidents incidents;
    private final KeptFiles files;
    private final Chronicle chronicle;
    private final IncidentConfig config;
    private final CurrentActor current;
    private final Clock clock;

    IncidentFileService(
            Incidents incidents,
            KeptFiles files,
            Chronicle chronicle,
            IncidentConfig config,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.files = files;
        this.chronicle = chronicle;
        this.config = config;
        this.current = current;
        this.clock = clock;
    }

    /** Keeps a file. */
    @Transactional
    public UUID add(String number, String givenName, byte[] content, @Nullable String note) {
        Actor actor = current.require(Verb.NOTE.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        TakenFile file = TakenFile.require(givenName, content, config.fileLimit(), IncidentError.FILE_REFUSED);
        UUID id = files.add(SHELF, incident.id, file, note, actor.name(), now);
        chronicle.write(
                incident,
                "incident.file-added",
                "FILE_ADDED",
                now,
                now,
                Map.of("file", id.toString(), "name", file.name(), "size", file.content().length));
        return id;
    }

    /** A file of an incident that the reader may see. */
    @Transactional
    public TakenFile get(String number, UUID file) {
        Incident incident = incidents.read(number, current.get());
        return files.content(SHELF, incident.id, file).orElseThrow(Refusal::notFound);
    }
}
