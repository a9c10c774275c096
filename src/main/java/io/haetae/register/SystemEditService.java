package io.haetae.register;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Creates and changes single systems (ADMIN everywhere, OFFICER those of the own institution and below). */
@ApplicationScoped
public class SystemEditService {

    private final SystemService systems;
    private final SystemBatch batch;
    private final CurrentActor actor;
    private final Clock clock;

    SystemEditService(SystemService systems, SystemBatch batch, CurrentActor actor, Clock clock) {
        this.systems = systems;
        this.batch = batch;
        this.actor = actor;
        this.clock = clock;
    }

    /** Creates a system. Refuses a code in use (409). */
    @Transactional
    public SystemView create(SystemCommand wanted) {
        actor.require(Role.ADMIN, Role.OFFICER);
        if (systems.find(wanted.code()).isPresent()) {
            throw new Refusal(KernelError.EXISTS, Map.of("value", wanted.code()));
        }
        return save(wanted);
    }

    /** Replaces the state of a system; its code and its confirmed grade stay. */
    @Transactional
    public SystemView change(String code, int editedVersion, SystemCommand wanted) {
        actor.require(Role.ADMIN, Role.OFFICER);
        SystemView present = systems.require(code, actor.get().scope());
        IfMatch.check(editedVersion, present.version());
        if (!code.equals(wanted.code())) {
            throw Refusal.field("/code", "immutable", wanted.code());
        }
        return save(wanted);
    }

    /** Whether the reader may change the entry: it lives, and the reader keeps it. */
    @Transactional
    public boolean mayChange(SystemView system) {
        return actor.get().hasAny(Role.ADMIN, Role.OFFICER)
                && system.endedAt() == null
                && !batch.permit().refuses(system);
    }

    private SystemView save(SystemCommand wanted) {
        SystemBatch.Outcome outcome = batch.prepare(List.of(wanted)).get(0);
        if (outcome.forbidden() != null) {
            throw new Refusal(outcome.forbidden());
        }
        List<FieldError> errors = outcome.errors();
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        batch.write(List.of(outcome), BatchOptions.at(clock.instant()));
        return systems.find(wanted.code()).orElseThrow();
    }
}
