package io.haetae.intake;

import io.haetae.audit.Journal;
import io.haetae.incident.MonitoredIncidents;
import io.haetae.intake.ProposalView.Link;
import io.haetae.intake.ProposalView.Member;
import io.haetae.intake.ProposalView.State;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.rule.CorrelationPolicy.Proposes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people say to proposals. Nothing is joined, linked or split before a person confirms, and says how. */
@ApplicationScoped
public class CorrelationService {

    private static final int MOST = 200;

    private final CorrelationStore store;
    private final MonitoredIncidents incidents;
    private final CorrelationExecution execution;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    CorrelationService(
            CorrelationStore store,
            MonitoredIncidents incidents,
            CorrelationExecution execution,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.execution = execution;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What a person says.
     *
     * @param incidents which of the others; all of them when left out
     * @param as how it is carried out; must be said where incidents are to be seen as one, else what was proposed
     */
    public record Decision(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable @Size(max = 2_000) List<@NotBlank @Size(max = 40) String> incidents,
            @Nullable CarriedOut as) {}

    /** Yes or no. */
    public enum Outcome {
        CONFIRMED,
        REJECTED
    }

    /** The proposals about an incident, or the newest open ones, as far as the reader may see them. */
    @Transactional
    public List<ProposalView> list(@Nullable String number, @Nullable State state) {
        Actor reader = current.get();
        if (number != null) {
            require(number, reader);
        }
        List<ProposalView> all = number == null ? store.open(MOST) : store.about(number);
        return visible(all, reader).stream()
                .filter(view -> state == null || view.state() == state)
                .toList();
    }

    /** The open proposals about an incident, as far as the reader may see them; none for one that he may not see. */
    @Transactional
    public List<ProposalView> openAbout(String number) {
        Actor reader = current.get();
        return incidents.visible(List.of(number), reader).isEmpty() ? List.of() : list(number, State.OPEN);
    }

    /** One of them, or a refusal (404). */
    @Transactional
    public ProposalView get(UUID id) {
        ProposalView found = store.find(id);
        List<ProposalView> seen = found == null ? List.of() : visible(List.of(found), current.get());
        return seen.stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** The confirmed links of an incident to others that the reader may see. */
    @Transactional
    public List<Link> links(String number) {
        Actor reader = current.get();
        List<Link> links = store.links(number);
        Set<String> numbers = new HashSet<>(Set.of(number));
        links.forEach(link -> numbers.add(link.incident()));
        Set<String> visible = incidents.visible(numbers, reader);
        return visible.contains(number)
                ? links.stream()
                        .filter(link -> visible.contains(link.incident()))
                        .toList()
                : List.of();
    }

    /** Confirms, and says how it is carried out, or rejects. What is confirmed is told in the timelines of both. */
    @Transactional
    public ProposalView decide(UUID id, @Valid Decision decision) {
        Actor actor = current.require(Role.OPERATOR, Role.SITUATION, Role.SUPPORT);
        ProposalView proposal = get(id);
        Instant now = clock.instant();
        boolean yes = decision.outcome() == Outcome.CONFIRMED;
        CarriedOut as = yes ? as(proposal, decision.as()) : null;
        List<Member> taken = yes ? taken(proposal, decision.incidents()) : List.of();
        if (!store.decide(id, as, now, actor.name(), decision.reason())) {
            throw new Refusal(IntakeError.DECIDED);
        }
        store.taken(id, taken.stream().map(Member::incident).toList());
        if (as != null) {
            execution.carryOut(proposal, as, taken, decision.reason(), now);
        }
        journal.record(
                "intake.correlation-decided",
                "INCIDENT",
                proposal.target(),
                Map.of(
                        "proposal", id.toString(),
                        "kind", proposal.kind().name(),
                        "outcome", decision.outcome().name(),
                        "as", as == null ? "" : as.name(),
                        "incidents", taken.stream().map(Member::incident).toList(),
                        "reason", decision.reason()));
        return get(id);
    }

    private static CarriedOut as(ProposalView proposal, @Nullable CarriedOut said) {
        List<CarriedOut> allowed = CarriedOut.of(proposal.kind());
        if (said == null && proposal.kind() != Proposes.JOIN) {
            return allowed.get(0);
        }
        if (said == null || !allowed.contains(said)) {
            String code = said == null ? "required" : "unknown-value";
            throw Refusal.fields(List.of(
                    new FieldError("/as", code, Map.of("value", said == null ? "" : said.name(), "allowed", allowed))));
        }
        return said;
    }

    private static List<Member> taken(ProposalView proposal, @Nullable List<String> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return proposal.members();
        }
        List<FieldError> errors = new ArrayList<>();
        Set<String> there = new HashSet<>();
        proposal.members().forEach(member -> there.add(member.incident()));
        for (int i = 0; i < wanted.size(); i++) {
            if (!there.contains(wanted.get(i))) {
                errors.add(FieldError.of("/incidents/" + i, "unknown-value", wanted.get(i)));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return proposal.members().stream()
                .filter(member -> wanted.contains(member.incident()))
                .toList();
    }

    private void require(String number, Actor reader) {
        if (incidents.visible(List.of(number), reader).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private List<ProposalView> visible(List<ProposalView> all, Actor reader) {
        Set<String> numbers = new HashSet<>();
        for (ProposalView view : all) {
            numbers.add(view.target());
            view.members().forEach(member -> numbers.add(member.incident()));
        }
        Set<String> seen = incidents.visible(numbers, reader);
        return all.stream()
                .filter(view -> seen.contains(view.target()))
                .map(view -> CorrelationStore.with(
                        view,
                        view.members().stream()
                                .filter(member -> seen.contains(member.incident()))
                                .toList()))
                .filter(view -> !view.members().isEmpty())
                .toList();
    }
}
