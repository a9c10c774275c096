package io.haetae.continuity;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Manual receipts (수기접수): taken one by one or as a file, on numbers that are issued as they come or in advance. */
@ApplicationScoped
public class ReceiptService {

    static final String SUBJECT = "RECEIPT";

    /** Those who work with receipts and may read what people wrote. */
    static final Role[] CLERKS = {Role.OPERATOR, Role.OFFICER};

    private final Continuity room;
    private final ReceiptLists lists;
    private final ReceiptWriter writer;
    private final SystemService systems;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    ReceiptService(
            Continuity room,
            ReceiptLists lists,
            ReceiptWriter writer,
            SystemService systems,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.room = room;
        this.lists = lists;
        this.writer = writer;
        this.systems = systems;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Takes one. */
    @Transactional
    public ReceiptView take(@Valid ReceiptCommand receipt) {
        Actor by = current.require(CLERKS);
        Activation activation = open(receipt.activation(), by);
        Instant now = clock.instant();
        ReceiptJudge judge = judge(activation, now);
        List<FieldError> errors = new ArrayList<>(judge.wrong(receipt));
        errors.addAll(wrongNumbers(activation, List.of(receipt)).getOrDefault(0, List.of()));
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        String number = writer.write(activation, List.of(receipt), judge, now, by.name())
                .get(0);
        journal.record(
                "continuity.receipt-taken",
                SUBJECT,
                number,
                Map.of("activation", activation.id(), "at", receipt.receivedAt()));
        return lists.get(number, true);
    }

    /** Looks at receipts and, unless it is only to look or one is wrong while not partial, takes the right ones. */
    @Transactional
    public List<Judged> takeAll(UUID activationId, List<ReceiptCommand> receipts, boolean dryRun, boolean partial) {
        Actor by = current.require(CLERKS);
        Activation activation = open(activationId, by);
        Instant now = clock.instant();
        ReceiptJudge judge = judge(activation, now);
        Map<Integer, List<FieldError>> wrongNumbers = wrongNumbers(activation, receipts);
        List<List<FieldError>> wrong = new ArrayList<>();
        List<ReceiptCommand> right = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            List<FieldError> errors = new ArrayList<>(judge.wrong(receipts.get(i)));
            errors.addAll(wrongNumbers.getOrDefault(i, List.of()));
            wrong.add(errors);
            if (errors.isEmpty()) {
                right.add(receipts.get(i));
            }
        }
        boolean takes = !dryRun && (partial || right.size() == receipts.size());
        List<String> numbers = takes ? writer.write(activation, right, judge, now, by.name()) : List.of();
        if (!numbers.isEmpty()) {
            journal.record(
                    "continuity.receipts-taken",
                    ActivationService.SUBJECT,
                    activationId.toString(),
                    Map.of("count", numbers.size(), "first", numbers.get(0), "last", numbers.get(numbers.size() - 1)));
        }
        List<Judged> judged = new ArrayList<>();
        int taken = 0;
        for (List<FieldError> errors : wrong) {
            String number = errors.isEmpty() && takes ? numbers.get(taken++) : null;
            judged.add(new Judged(number, errors));
        }
        return judged;
    }

    /**
     * What became of one receipt of many.
     *
     * @param number it was taken under, null when it was not
     * @param errors what is wrong with it
     */
    public record Judged(@Nullable String number, List<FieldError> errors) {}

    /** Issues numbers in advance, for forms that are printed before the next failure of the network. */
    @Transactional
    public List<String> reserve(UUID activationId, String service, String typedOffice, int count) {
        Actor by = current.require(CLERKS);
        Activation activation = open(activationId, by);
        Instant now = clock.instant();
        ReceiptCommand like =
                new ReceiptCommand(activationId, null, service, now, typedOffice, null, null, null, null, Map.of());
        List<FieldError> errors = judge(activation, now).wrong(like).stream()
                .filter(error -> !error.pointer().startsWith("/fields"))
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        List<String> numbers = writer.reserve(activation, service, Ledgers.office(typedOffice), count, now, by.name());
        journal.record(
                "continuity.numbers-reserved",
                ActivationService.SUBJECT,
                activationId.toString(),
                Map.of("count", count, "first", numbers.get(0), "last", numbers.get(count - 1)));
        return numbers;
    }

    /** The receipt; what its form asked only for those who work with it. */
    @Transactional
    public ReceiptView get(String number, Actor actor) {
        UUID activation = room.receipts().activationOf(number).orElseThrow(Refusal::notFound);
        fresh(room.rows().read(activation, actor), actor);
        return lists.get(number, actor.hasAny(CLERKS));
    }

    /** One page of the ledger of an activation, in order of number. */
    @Transactional
    public Page<ReceiptView> list(ReceiptFilter filter, Actor actor, int limit, @Nullable String cursor) {
        fresh(room.rows().read(filter.activation(), actor), actor);
        String after = cursor == null ? null : Cursor.parse(cursor, 1).get(0);
        return Page.of(lists.list(filter, limit + 1, after), limit, receipt -> Cursor.of(receipt.number()));
    }

    /** Computes the deadlines anew before they are read, should the recovery have moved since. */
    private void fresh(Activation activation, Actor actor) {
        if (!room.deadlines(activation).basis().equals(activation.reliefBasis())) {
            room.reckonAnew(room.rows().lock(activation.id(), actor));
        }
    }

    private Activation open(UUID id, Actor by) {
        return ActivationService.requireOpen(room.rows().share(id, by));
    }

    private ReceiptJudge judge(Activation activation, Instant now) {
        SystemView system = systems.find(activation.code()).orElseThrow();
        return new ReceiptJudge(system, room.deadlines(activation), now);
    }

    /** A number on a form must have been issued for this activation, service and office, and be used once. */
    private Map<Integer, List<FieldError>> wrongNumbers(Activation activation, List<ReceiptCommand> receipts) {
        List<String> given = receipts.stream()
                .map(ReceiptCommand::number)
                .filter(Objects::nonNull)
                .toList();
        if (given.isEmpty()) {
            return Map.of();
        }
        Map<String, String> unused = room.receipts().unused(activation.id(), given);
        Map<Integer, List<FieldError>> wrong = new HashMap<>();
        for (int i = 0; i < receipts.size(); i++) {
            ReceiptCommand receipt = receipts.get(i);
            String number = receipt.number();
            String ledger = receipt.service() + "/" + Ledgers.office(receipt.office());
            if (number != null && !ledger.equals(unused.remove(number))) {
                wrong.put(i, List.of(FieldError.of("/number", "not-an-unused-number", number)));
            }
        }
        return wrong;
    }
}
