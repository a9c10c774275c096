package io.haetae.support;

import io.haetae.incident.IncidentHeads;
import io.haetae.incident.IncidentReadService;
import io.haetae.incident.IncidentState;
import io.haetae.incident.IncidentView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What help is asked for, and who may know of it. */
@ApplicationScoped
class Subjects {

    private final SystemService systems;
    private final IncidentReadService incidents;
    private final IncidentHeads heads;

    Subjects(SystemService systems, IncidentReadService incidents, IncidentHeads heads) {
        this.systems = systems;
        this.incidents = incidents;
        this.heads = heads;
    }

    /**
     * The system and the incident that a request names. Refuses what cannot be helped: a system in NIRS, whose own people
     * bring it back, one that has not failed, and a failure that is over.
     */
    Subject require(SupportCommand said, Actor by) {
        SystemView system = systems.find(said.system())
                .orElseThrow(() -> Refusal.field("/system", "unknown-system", said.system()));
        if (!by.scope().reaches(system.scopeKeys())) {
            throw Refusal.notFound();
        }
        IncidentView incident = incidents.get(said.incident(), by);
        if (incident.systems().stream().noneMatch(hit -> hit.code().equals(system.code()))) {
            throw Refusal.field("/system", "not-affected", system.code());
        }
        if (system.housedInNirs()) {
            throw Refusal.field("/system", "housed-in-nirs", system.code());
        }
        return going(system, incident.number());
    }

    /** The same as its incident is now. Refuses one that is over. */
    Subject again(Subject subject) {
        return going(subject.system(), subject.incident());
    }

    private Subject going(SystemView system, String incident) {
        IncidentHeads.Head head = head(incident);
        if (head.state() == IncidentState.CLOSED || head.state() == IncidentState.CANCELLED) {
            throw new Refusal(
                    SupportError.INCIDENT_OVER,
                    Map.of("incident", head.number(), "state", head.state().name()));
        }
        return subject(system, head);
    }

    /** What a request is about, as it is now, or a refusal (404) when the actor may not know of the request. */
    Subject of(SupportRequest request, Actor reader) {
        Subject subject = of(request);
        if (!mayKnow(subject, reader)) {
            throw Refusal.notFound();
        }
        return subject;
    }

    private Subject of(SupportRequest request) {
        SystemView system = systems.findByIds(List.of(request.system)).get(0);
        return subject(system, head(request.incident));
    }

    /** Of a need-to-know failure the team knows that it was called, the rest of the house nothing. */
    private static boolean mayKnow(Subject subject, Actor reader) {
        boolean concerned =
                subject.system().scopeKeys().stream().anyMatch(reader.scope().keys()::contains);
        return concerned || reader.scope().all() && (!subject.needToKnow() || seesHushed(reader));
    }

    /** Who may know that help was asked for in a need-to-know failure without being concerned. */
    static boolean seesHushed(Actor reader) {
        return reader.hasAny(Role.SUPPORT, Role.SITUATION, Role.AUDITOR);
    }

    private IncidentHeads.Head head(String number) {
        return heads.heads(List.of(number)).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    private static Subject subject(SystemView system, IncidentHeads.Head head) {
        return new Subject(system, head.number(), head.failureGrade(), head.needToKnow(), head.exercise());
    }
}
