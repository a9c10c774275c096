package io.haetae.procedure;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.DataFolder;
import io.haetae.kernel.YamlFile;
import io.haetae.kernel.YamlProblem;
import io.haetae.kernel.YamlRefused;
import io.haetae.procedure.engine.Manual;
import io.haetae.procedure.engine.ManualReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes manuals into the database. A file that is wrong is refused with its place and changes nothing: what is in force
 * stays in force.
 */
@ApplicationScoped
class ManualLoadService {

    private static final String FOLDER = "manuals";
    private static final String SCHEMA = "schema.json";
    private static final String YAML = ".yaml";

    /** Of several versions that come at once the newest comes into force. */
    private static final Comparator<ManualRef> NEWEST_FIRST =
            Comparator.comparing(ManualRef::manual).thenComparing(ManualRef::order, Comparator.reverseOrder());

    private final ManualStore store;
    private final Subjects subjects;
    private final ProcedureConfig config;
    private final Journal journal;
    private final Clock clock;

    ManualLoadService(ManualStore store, Subjects subjects, ProcedureConfig config, Journal journal, Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.config = config;
        this.journal = journal;
        this.clock = clock;
    }

    /** Reads the folder and says what was refused. */
    @Transactional
    public List<YamlProblem> load() {
        return load(DataFolder.read(FOLDER, config.folder()));
    }

    /** Takes in files by their path in the folder. */
    @Transactional
    public List<YamlProblem> load(Map<String, String> files) {
        Instant now = clock.instant();
        List<YamlProblem> problems = new ArrayList<>();
        List<ManualRef> finished = new ArrayList<>();
        files.forEach((path, content) -> {
            if (path.endsWith(YAML)) {
                try {
                    StoredManual manual =
                            loadedBefore(path, content).orElseGet(() -> accept(path, content, files, now));
                    if (!manual.draft()) {
                        finished.add(manual.ref());
                    }
                } catch (YamlRefused refused) {
                    problems.addAll(refused.problems());
                }
            }
        });
        store.lockActivation();
        finished.sort(NEWEST_FIRST);
        finished.forEach(ref -> activateFirst(ref, now));
        return problems;
    }

    private Optional<StoredManual> loadedBefore(String path, String content) {
        String[] parts = path.substring(0, path.length() - YAML.length()).split("/", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return store.find(new ManualRef(parts[0], parts[1], parts[2]))
                .filter(manual -> manual.sha256().equals(YamlFile.sha256(content)));
    }

    private StoredManual accept(String path, String content, Map<String, String> files, Instant now) {
        String schema = files.get(SCHEMA);
        if (schema == null) {
            throw new YamlRefused(path, "its folder has no " + SCHEMA);
        }
        Manual.Header header =
                ManualReader.read(path, content, schema, subjects.facts()).header();
        if (!path.equals(header.id() + "/" + header.version() + YAML)) {
            throw new YamlRefused(
                    path, "says it is " + header.id() + " version " + header.version() + ", so it must lie there");
        }
        ManualRef ref = ManualRef.of(header);
        StoredManual manual = new StoredManual(ref, header.draft(), content, header.sha256(), now);
        if (store.add(manual)) {
            journal.record("procedure.manual-loaded", "MANUAL", ref.toString(), Map.of("sha256", header.sha256()));
        } else if (!store.find(ref).orElseThrow().sha256().equals(header.sha256())) {
            throw new YamlRefused(
                    path, "differs from version " + ref.version() + " as it was loaded before; give it a new version");
        }
        return manual;
    }

    /** The first finished version of a manual comes into force by itself; every later one is a person's decision. */
    private void activateFirst(ManualRef ref, Instant now) {
        if (store.active().stream().noneMatch(active -> active.manual().equals(ref.manual()))) {
            String reason = "first of its name";
            store.activate(ref, now, Actor.SYSTEM.id(), reason);
            journal.record("procedure.manual-activated", "MANUAL", ref.toString(), Map.of("reason", reason));
        }
    }
}
