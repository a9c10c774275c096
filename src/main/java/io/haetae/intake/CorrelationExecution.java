package io.haetae.intake;

import io.haetae.incident.Joining;
import io.haetae.incident.MonitoredIncidents;
import io.haetae.incident.MonitoredIncidents.Happening;
import io.haetae.intake.ProposalView.Member;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Carries out what a person confirmed, in his transaction: either all of it is done or nothing is decided. */
@ApplicationScoped
class CorrelationExecution {

    private final CorrelationStore store;
    private final Joining joining;
    private final MonitoredIncidents incidents;
    private final SystemService systems;
    private final Opening opening;
    private final CurrentActor current;

    CorrelationExecution(
            CorrelationStore store,
            Joining joining,
            MonitoredIncidents incidents,
            SystemService systems,
            Opening opening,
            CurrentActor current) {
        this.store = store;
        this.joining = joining;
        this.incidents = incidents;
        this.systems = systems;
        this.opening = opening;
        this.current = current;
    }

    void carryOut(ProposalView proposal, CarriedOut as, List<Member> taken, String reason, Instant now) {
        List<Happening> told = new ArrayList<>();
        for (Member member : taken) {
            switch (as) {
                case MERGE -> merge(member.incident(), proposal.target(), reason);
                case CAUSED_BY -> link(proposal, member.incident(), "CAUSED_BY", reason, now, told);
                case TOGETHER -> link(proposal, member.incident(), "JOINED", reason, now, told);
                case ALARMS -> link(proposal, alarms(proposal, member), "SPLIT_FROM", reason, now, told);
                case SYSTEM -> system(proposal, member, reason, now);
            }
        }
        incidents.tell(told);
    }

    /** Alarms go with the incident, so that what has taken it in shows them. */
    private void merge(String number, String into, String reason) {
        joining.merge(number, into, reason);
        store.move(number, into);
    }

    private String alarms(ProposalView proposal, Member member) {
        SystemView system = system(member);
        return opening.separate(
                system.id(), system.code(), proposal.target(), Objects.requireNonNull(proposal.since()));
    }

    /** The incident room links and tells of it itself. */
    private void system(ProposalView proposal, Member member, String reason, Instant now) {
        SystemView system = system(member);
        String title = system.name().ko();
        String number = joining.split(proposal.target(), system.code(), title, reason);
        store.moveSystem(proposal.target(), number, system.id());
        store.link(
                number,
                "SPLIT_FROM",
                proposal.target(),
                proposal,
                now,
                current.get().name(),
                reason);
    }

    private SystemView system(Member member) {
        return systems.find(member.system()).orElseThrow(Refusal::notFound);
    }

    private void link(
            ProposalView proposal, String one, String kind, String reason, Instant now, List<Happening> told) {
        store.link(one, kind, proposal.target(), proposal, now, current.get().name(), reason);
        told.add(new Happening(one, "LINK_" + kind, now, Map.of("other", proposal.target(), "reason", reason)));
        String back = kind.equals("JOINED") ? "LINK_JOINED" : "LINKED_" + kind;
        told.add(new Happening(proposal.target(), back, now, Map.of("other", one, "reason", reason)));
    }
}
