package io.haetae.rule;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.YamlRefused;
import io.haetae.rule.engine.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Takes in rule sets that an administrator brings while the service runs. */
@ApplicationScoped
class RuleImportService {

    private final RuleStore store;
    private final RuleLoadService loading;
    private final RuleVersionService versions;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    RuleImportService(
            RuleStore store,
            RuleLoadService loading,
            RuleVersionService versions,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.loading = loading;
        this.versions = versions;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Takes in a text as a version that is not in force yet (ADMIN). The same text again changes nothing; one that is
     * wrong is refused with every place, and what is in force stays in force.
     *
     * @param dryRun only looks at it
     */
    @Transactional
    public RuleVersionView bring(String content, boolean dryRun) {
        Actor by = actor.require(Role.ADMIN);
        RuleSet.Header header = read(content).header();
        RuleRef ref = new RuleRef(header.kind(), header.name(), header.version());
        Instant now = clock.instant();
        Optional<StoredVersion> present = store.find(ref);
        if (present.isPresent() && !present.get().sha256().equals(header.sha256())) {
            throw new Refusal(RuleError.VERSION_TAKEN, Map.of("value", ref.toString()));
        }
        if (dryRun) {
            return versions.view(header, new StoredVersion(ref, content, header.sha256(), now));
        }
        if (store.add(ref, content, header.sha256(), now, by.id())) {
            journal.record("rule.brought", "RULE_SET", ref.toString(), Map.of("sha256", header.sha256()));
        }
        return versions.get(ref);
    }

    /** Reads a text and keeps nothing. Refuses (422) one that is wrong, with every place. */
    RuleSet read(String content) {
        try {
            return loading.read(content);
        } catch (YamlRefused refused) {
            Map<String, Object> facts = Map.of(
                    "problems", refused.problems(), "value", refused.problems().size());
            throw new Refusal(RuleError.FILE_REFUSED, facts);
        }
    }
}
