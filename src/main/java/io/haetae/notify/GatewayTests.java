package io.haetae.notify;

import io.haetae.audit.Journal;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.notify.Sender.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Test messages over one gateway: a provider that has fallen silent is found out by day. */
@ApplicationScoped
class GatewayTests {

    private static final int SHOWN_OF_A_NUMBER = 4;

    private final Gateways gateways;
    private final GatewayService service;
    private final Journal journal;
    private final CurrentActor actor;
    private final Texts texts;
    private final Clock clock;

    GatewayTests(
            Gateways gateways, GatewayService service, Journal journal, CurrentActor actor, Texts texts, Clock clock) {
        this.gateways = gateways;
        this.service = service;
        this.journal = journal;
        this.actor = actor;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What became of a test message.
     *
     * @param taken whether the gateway took it; that it arrived is seen at the telephone
     * @param failure why it did not
     */
    record Tested(boolean taken, @Nullable Failure failure) {}

    /** Sends one at once (ADMIN), outside of any transaction. */
    Tested send(UUID gateway, NewGatewayTest command) {
        actor.require(Role.ADMIN);
        GatewayView view = service.get(gateway);
        if (!ContactService.isTelephoneNumber(command.to())) {
            throw Refusal.field("/to", "no-telephone-number", command.to());
        }
        Outcome outcome = gateways.test(gateway, message(view, command.to().strip()));
        String code = outcome.code();
        QuarkusTransaction.requiringNew()
                .run(() -> journal.record(
                        "notify.gateway-tested",
                        "GATEWAY",
                        gateway.toString(),
                        Map.of("to", masked(command.to()), "outcome", code == null ? "taken" : code)));
        return new Tested(
                code == null,
                code == null ? null : new Failure(code, texts.both("notify.failure." + code, outcome.facts())));
    }

    private Outgoing message(GatewayView gateway, String to) {
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        LocalizedText text = texts.both("notify.gateway.test.text", Map.of("name", gateway.name()));
        return new Outgoing(
                id,
                "notify:test:" + id,
                "GATEWAY",
                gateway.id().toString(),
                to,
                gateway.channel(),
                to,
                to,
                null,
                0,
                text,
                text,
                false,
                now,
                1,
                List.of());
    }

    private static String masked(String number) {
        String digits = number.strip();
        return "…" + digits.substring(Math.max(0, digits.length() - SHOWN_OF_A_NUMBER));
    }
}
