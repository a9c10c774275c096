package io.haetae.rule;

import io.haetae.rule.engine.RuleSet;
import io.haetae.rule.engine.RuleSetReader;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which version is in force, and every version compiled once. Versions never change, so they are kept for good; the
 * pointers are forgotten every few seconds, so that what another replica activated is noticed.
 */
@ApplicationScoped
class ActiveRules {

    private final RuleStore store;
    private final Clock clock;
    private final ConcurrentHashMap<RuleRef, RuleSet> compiled = new ConcurrentHashMap<>();
    private volatile @Nullable List<Activation> activations;

    ActiveRules(RuleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The version of a kind in force now for whoever has none of its own, whatever its name. */
    Optional<RuleRef> ofKind(String kind) {
        return inForce(kind, null).map(Activation::ref).findFirst();
    }

    /** The version of a kind in force now for a central authority, whatever its name. */
    Optional<RuleRef> ofKind(String kind, @Nullable String authority) {
        return authority == null
                ? ofKind(kind)
                : inForce(kind, authority).map(Activation::ref).findFirst().or(() -> ofKind(kind));
    }

    /** The central authorities for which that version is the one in force, by code. */
    List<String> authoritiesOf(RuleRef pinned) {
        return activations().stream()
                .map(Activation::authority)
                .filter(Objects::nonNull)
                .distinct()
                .filter(authority -> inForce(pinned.kind(), authority)
                        .map(Activation::ref)
                        .findFirst()
                        .filter(pinned::equals)
                        .isPresent())
                .sorted()
                .toList();
    }

    private Stream<Activation> inForce(String kind, @Nullable String authority) {
        Instant now = clock.instant();
        return activations().stream()
                .filter(activation -> !activation.effectiveAt().isAfter(now))
                .filter(activation -> activation.ref().kind().equals(kind))
                .filter(activation -> Objects.equals(activation.authority(), authority));
    }

    /** The version meant: the pinned one, or of a name the one last in force. */
    Optional<RuleRef> resolve(RuleRef ref) {
        return resolve(ref, null);
    }

    /** The version meant, as that central authority has it: its own, else the common one, else any. */
    Optional<RuleRef> resolve(RuleRef ref, @Nullable String authority) {
        if (ref.version() != null) {
            return Optional.of(ref);
        }
        return named(ref, authority).or(() -> named(ref, null)).or(() -> {
            Instant now = clock.instant();
            return activations().stream()
                    .filter(activation -> !activation.effectiveAt().isAfter(now))
                    .map(Activation::ref)
                    .filter(active -> active.ruleSet().equals(ref.ruleSet()))
                    .findFirst();
        });
    }

    private Optional<RuleRef> named(RuleRef ref, @Nullable String authority) {
        return inForce(ref.kind(), authority)
                .map(Activation::ref)
                .filter(active -> active.ruleSet().equals(ref.ruleSet()))
                .findFirst();
    }

    /** Every version of a kind that there is. */
    List<RuleRef> versions(String kind) {
        return store.ofKind(kind);
    }

    /** The activations that count now or later, the one that counts first. */
    List<Activation> activations() {
        List<Activation> known = activations;
        if (known == null) {
            known = List.copyOf(store.activations());
            activations = known;
        }
        return known;
    }

    /** A version, compiled; empty when there is none of that name. */
    Optional<RuleSet> compiled(RuleRef pinned) {
        RuleSet known = compiled.get(pinned);
        if (known != null) {
            return Optional.of(known);
        }
        return store.find(pinned).map(version -> {
            RuleSet read = RuleSetReader.accepted(pinned.toString(), version.content());
            compiled.put(pinned, read);
            return read;
        });
    }

    void onActivated(@Observes(during = TransactionPhase.AFTER_SUCCESS) RuleActivated event) {
        activations = null;
    }

    @Scheduled(
            identity = "rule.refresh",
            every = "${haetae.rule.refresh-every:2s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        activations = null;
    }
}
