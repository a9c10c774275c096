package io.haetae.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.DataFolder;
import io.haetae.kernel.YamlFile;
import io.haetae.kernel.YamlProblem;
import io.haetae.kernel.YamlRefused;
import io.haetae.rule.engine.RuleSet;
import io.haetae.rule.engine.RuleSetReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes rule files into the database. A file that is wrong is refused with its place and changes nothing: what is in
 * force stays in force.
 */
@ApplicationScoped
class RuleLoadService {

    private static final String FOLDER = "grading-rules";
    private static final String YAML = ".yaml";
    private static final String SCHEMA = "schema.json";

    /** What a text without a file is called where it is wrong. */
    private static final String BROUGHT = "rules.yaml";

    private final RuleStore store;
    private final RuleConfig config;
    private final Journal journal;
    private final Clock clock;
    private final Event<RuleActivated> activated;

    RuleLoadService(RuleStore store, RuleConfig config, Journal journal, Clock clock, Event<RuleActivated> activated) {
        this.store = store;
        this.config = config;
        this.journal = journal;
        this.clock = clock;
        this.activated = activated;
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
        Map<String, RuleRef> newest = new LinkedHashMap<>();
        files.forEach((path, content) -> {
            if (path.endsWith(YAML)) {
                try {
                    RuleRef ref = loadedBefore(path, content).orElseGet(() -> accept(path, content, files, now));
                    newest.merge(ref.ruleSet(), ref, RuleLoadService::newer);
                } catch (YamlRefused refused) {
                    problems.addAll(refused.problems());
                }
            }
        });
        store.lockActivation();
        files.forEach((path, schema) -> preferred(path, schema)
                .filter(ref -> store.find(ref).isPresent())
                .ifPresent(ref -> activateFirst(ref, now)));
        newest.values().forEach(ref -> activateFirst(ref, now));
        return problems;
    }

    /** The version that a kind begins with, as its schema says; the newest of the first name otherwise. */
    private static Optional<RuleRef> preferred(String path, String schema) {
        if (!path.endsWith("/" + SCHEMA)) {
            return Optional.empty();
        }
        JsonNode first = YamlFile.parse(path, schema).root().node().path("default");
        return first.isMissingNode()
                ? Optional.empty()
                : Optional.of(new RuleRef(
                        path.substring(0, path.indexOf('/')),
                        first.path("name").asText(),
                        first.path("version").asText()));
    }

    /**
     * Reads one text that a person brings, by the schema of the kind it says it is. Nothing is stored.
     *
     * @throws YamlRefused with every place that is wrong
     */
    RuleSet read(String content) {
        JsonNode kind = YamlFile.parse(BROUGHT, content).root().node().path("kind");
        String schema =
                DataFolder.read(FOLDER, config.folder()).get(kind.isTextual() ? kind.asText() + "/" + SCHEMA : "");
        if (schema == null) {
            throw new YamlRefused(BROUGHT, "there is no kind of rules called '" + kind.asText() + "'");
        }
        return RuleSetReader.read(BROUGHT, content, schema);
    }

    /** A file that was accepted before and has not changed need not be read again: later starts are quick. */
    private Optional<RuleRef> loadedBefore(String path, String content) {
        String[] parts = path.substring(0, path.length() - YAML.length()).split("/");
        if (parts.length != 3) {
            return Optional.empty();
        }
        return store.find(new RuleRef(parts[0], parts[1], parts[2]))
                .filter(version -> version.sha256().equals(YamlFile.sha256(content)))
                .map(StoredVersion::ref);
    }

    private RuleRef accept(String path, String content, Map<String, String> files, Instant now) {
        String schema = files.get(path.substring(0, path.indexOf('/') + 1) + SCHEMA);
        if (schema == null) {
            throw new YamlRefused(path, "its folder has no schema.json");
        }
        RuleSet.Header header = RuleSetReader.read(path, content, schema).header();
        if (!path.equals(header.ruleSet() + "/" + header.version() + YAML)) {
            throw new YamlRefused(
                    path, "says it is " + header.ruleSet() + " version " + header.version() + ", so it must lie there");
        }
        RuleRef ref = new RuleRef(header.kind(), header.name(), header.version());
        if (store.add(ref, content, header.sha256(), now)) {
            journal.record("rule.loaded", "RULE_SET", ref.toString(), Map.of("sha256", header.sha256()));
        } else if (!store.find(ref).orElseThrow().sha256().equals(header.sha256())) {
            throw new YamlRefused(
                    path, "differs from version " + ref.version() + " as it was loaded before; give it a new version");
        }
        return ref;
    }

    /**
     * The first version of a kind comes into force by itself, and for all time before: what happened earlier and is
     * recorded late is graded too. Every later one is a person's decision.
     */
    private void activateFirst(RuleRef ref, Instant now) {
        boolean none = store.activations().stream()
                .noneMatch(activation -> activation.ref().kind().equals(ref.kind()));
        if (none) {
            String reason = "first of its kind";
            store.activate(ref, now, Actor.SYSTEM.id(), new RuleActivation(Instant.EPOCH, reason, null));
            journal.record(
                    "rule.activated",
                    "RULE_SET",
                    ref.toString(),
                    Map.of("effectiveAt", Instant.EPOCH, "reason", reason));
            activated.fire(new RuleActivated(ref.ruleSet(), String.valueOf(ref.version()), Instant.EPOCH));
        }
    }

    private static RuleRef newer(RuleRef one, RuleRef other) {
        return Versions.ORDER.compare(String.valueOf(one.version()), String.valueOf(other.version())) >= 0
                ? one
                : other;
    }
}
