package io.haetae.rule;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.rule.engine.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What versions there are, and putting one in force: a decision of a person, with a reason, in the journal. */
@ApplicationScoped
class RuleVersionService {

    private final RuleStore store;
    private final ActiveRules rules;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;
    private final Event<RuleActivated> activated;

    RuleVersionService(
            RuleStore store,
            ActiveRules rules,
            Journal journal,
            CurrentActor actor,
            Clock clock,
            Event<RuleActivated> activated) {
        this.store = store;
        this.rules = rules;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
        this.activated = activated;
    }

    /** Every rule set with its versions and the one in force. */
    public List<RuleSetView> list() {
        Map<String, List<String>> versions = new LinkedHashMap<>();
        for (StoredVersion version : store.all()) {
            versions.computeIfAbsent(version.ref().ruleSet(), key -> new ArrayList<>())
                    .add(String.valueOf(version.ref().version()));
        }
        return versions.entrySet().stream()
                .map(entry -> view(RuleRef.parse(entry.getKey()), entry.getValue()))
                .toList();
    }

    private RuleSetView view(RuleRef name, List<String> versions) {
        RuleRef newest = new RuleRef(name.kind(), name.name(), versions.get(0));
        RuleRef shown = rules.resolve(name).orElse(newest);
        boolean inForce = rules.ofKind(name.kind()).filter(shown::equals).isPresent();
        String active = rules.resolve(name).map(RuleRef::version).orElse(null);
        RuleSet.Header header = rules.compiled(shown).orElseThrow().header();
        return new RuleSetView(name.kind(), name.name(), header.title(), active, inForce, versions);
    }

    /** One version with its text. */
    public RuleVersionView get(RuleRef pinned) {
        StoredVersion version = store.find(pinned).orElseThrow(Refusal::notFound);
        RuleSet.Header header = rules.compiled(pinned).orElseThrow().header();
        List<Instant> effective = rules.activations().stream()
                .filter(activation -> activation.ref().equals(pinned))
                .map(Activation::effectiveAt)
                .toList();
        boolean active = rules.resolve(RuleRef.parse(pinned.ruleSet()))
                .filter(pinned::equals)
                .isPresent();
        return new RuleVersionView(
                pinned.ruleSet(),
                header.version(),
                header.title(),
                version.sha256(),
                version.loadedAt(),
                active,
                effective,
                version.content());
    }

    /**
     * Puts a version in force, now or from a later time; one that is in force already stays so. A version holds for
     * every authority, so none of them may put it in force over the others: an administrator does, on their decision.
     */
    @Transactional
    public void activate(RuleRef pinned, RuleActivation command) {
        Actor by = actor.require(Role.ADMIN);
        if (store.find(pinned).isEmpty()) {
            throw Refusal.notFound();
        }
        Instant now = clock.instant();
        Instant from = command.effectiveFrom() == null ? now : command.effectiveFrom();
        if (from.isBefore(now)) {
            throw Refusal.field("/effectiveFrom", "in-the-past", from);
        }
        store.lockActivation();
        if (from.equals(now)
                && rules.ofKind(pinned.kind()).filter(pinned::equals).isPresent()) {
            return;
        }
        store.activate(pinned, from, now, by.id(), command.reason());
        journal.record(
                "rule.activated",
                "RULE_SET",
                pinned.toString(),
                Map.of("effectiveAt", from, "reason", command.reason()));
        activated.fire(new RuleActivated(pinned.ruleSet(), String.valueOf(pinned.version()), from));
    }
}
