package io.haetae.identity;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every minute: changes of institutions whose day has come. One that cannot be any more keeps no other from its day. */
@ApplicationScoped
class InstitutionChangeSweep {

    private final InstitutionChangeService changes;

    InstitutionChangeSweep(InstitutionChangeService changes) {
        this.changes = changes;
    }

    @Scheduled(
            identity = "identity.changes",
            every = "60s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        for (UUID id : changes.due()) {
            try {
                changes.takeEffect(id);
            } catch (Refusal refused) {
                changes.couldNot(id, why(refused));
            }
        }
    }

    private static String why(Refusal refused) {
        return refused.fieldErrors().isEmpty()
                ? refused.error().code()
                : refused.fieldErrors().stream()
                        .map(FieldError::toString)
                        .sorted()
                        .collect(Collectors.joining("; "));
    }
}
