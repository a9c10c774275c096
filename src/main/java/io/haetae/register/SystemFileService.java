package io.haetae.register;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.KeptFile;
import io.haetae.kernel.KeptFiles;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.TakenFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evidence of a system as files: put there by whoever may change its entry, taken away again by whoever sees all of it. */
@ApplicationScoped
public class SystemFileService {

    private static final KeptFiles.Shelf SHELF = new KeptFiles.Shelf("register_file", "system");

    private final SystemService systems;
    private final SystemBatch batch;
    private final KeptFiles files;
    private final RegisterConfig config;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    SystemFileService(
            SystemService systems,
            SystemBatch batch,
            KeptFiles files,
            RegisterConfig config,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.systems = systems;
        this.batch = batch;
        this.files = files;
        this.config = config;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** Keeps a file. */
    @Transactional
    public UUID add(String code, String givenName, byte[] content, @Nullable String note) {
        Actor who = actor.require(Role.ADMIN, Role.OFFICER);
        SystemView system = systems.require(code, who.scope());
        if (batch.permit().refuses(system)) {
            throw new Refusal(RegisterError.NOT_YOURS);
        }
        TakenFile file = TakenFile.require(givenName, content, config.fileLimit(), RegisterError.FILE_REFUSED);
        UUID id = files.add(SHELF, system.id(), file, note, who.name(), clock.instant());
        journal.record(
                "register.file-added",
                "SYSTEM",
                system.code(),
                Map.of("file", id, "name", file.name(), "size", content.length, "sha256", file.sha256()));
        return id;
    }

    /** The files of a system whose inside the reader sees, the oldest first. */
    @Transactional
    public List<KeptFile> of(String code) {
        SystemView system = systems.requireInside(code, actor.get().scope());
        return files.of(SHELF, system.id(), "/api/v1/systems/" + system.code() + "/files");
    }

    /** Whether the reader may put a file to it. */
    @Transactional
    public boolean mayAdd(String code) {
        return actor.get().hasAny(Role.ADMIN, Role.OFFICER)
                && !batch.permit().refuses(systems.require(code, actor.get().scope()));
    }

    /** What is in a file of a system whose inside the reader sees. */
    @Transactional
    public TakenFile get(String code, UUID file) {
        SystemView system = systems.requireInside(code, actor.get().scope());
        return files.content(SHELF, system.id(), file).orElseThrow(Refusal::notFound);
    }
}
