package io.haetae.rule;

import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionService;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What versions there are, and putting one in force: a decision of a person, with a reason, in the journal. */
@ApplicationScoped
class RuleVersionService {

    /** The kinds of which a central authority may have its own: what is not asked by authority holds for all. */
    private static final List<String> PER_AUTHORITY = List.of(RuleSets.FAILURE_GRADE, RuleSets.SYSTEM_GRADE);

    private final RuleStore store;
    private final ActiveRules rules;
    private final InstitutionService institutions;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;
    private final Event<RuleActivated> activated;

    RuleVersionService(
            RuleStore store,
            ActiveRules rules,
            InstitutionService institutions,
            Journal journal,
            CurrentActor actor,
            Clock clock,
            Event<RuleActivated> activated) {
        this.store = store;
        this.rules = rules;
        this.institutions = institutions;
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
        List<String> authorities = versions.stream()
                .flatMap(version -> rules.authoritiesOf(new RuleRef(name.kind(), name.name(), version)).stream())
                .toList();
        return new RuleSetView(name.kind(), name.name(), header.title(), active, inForce, authorities, versions);
    }

    /** One version with its text. */
    public RuleVersionView get(RuleRef pinned) {
        StoredVersion version = store.find(pinned).orElseThrow(Refusal::notFound);
        return view(rules.compiled(pinned).orElseThrow().header(), version);
    }

    /** A version as it is shown, stored or not yet. */
    RuleVersionView view(RuleSet.Header header, StoredVersion version) {
        RuleRef pinned = version.ref();
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
                rules.ofKind(pinned.kind()).filter(pinned::equals).isPresent(),
                rules.authoritiesOf(pinned),
                effective,
                version.content());
    }

    private boolean isInForce(RuleRef pinned, @Nullable String authority) {
        return authority == null
                ? rules.ofKind(pinned.kind()).filter(pinned::equals).isPresent()
                : rules.authoritiesOf(pinned).contains(authority);
    }

    /** A body under whose code grades are confirmed, or null. */
    private @Nullable String authority(RuleRef pinned, RuleActivation command) {
        String code = command.authority();
        if (code == null || code.isBlank()) {
            return null;
        }
        if (!PER_AUTHORITY.contains(pinned.kind())) {
            throw Refusal.field("/authority", "not-per-authority", String.join(", ", PER_AUTHORITY));
        }
        boolean known = institutions.list().stream().anyMatch(one -> code.equals(one.centralAuthority()));
        if (!known) {
            throw Refusal.field("/authority", "no-central-authority", code);
        }
        return code;
    }

    /**
     * Puts a version in force, now or from a later time, for every central authority that has none of its own or for
     * one of them; one that is in force already stays so. An administrator does it, on the authority's decision.
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
        String authority = authority(pinned, command);
        store.lockActivation();
        if (from.equals(now) && isInForce(pinned, authority)) {
            return;
        }
        store.activate(pinned, now, by.id(), new RuleActivation(from, command.reason(), authority));
        journal.record(
                "rule.activated",
                "RULE_SET",
                pinned.toString(),
                Map.of(
                        "effectiveAt",
                        from,
                        "reason",
                        command.reason(),
                        "authority",
                        Objects.requireNonNullElse(authority, "")));
        activated.fire(new RuleActivated(pinned.ruleSet(), String.valueOf(pinned.version()), from));
    }
}
