package io.haetae.continuity;

import io.haetae.audit.Journal;
import io.haetae.continuity.relief.Outage;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Retroactive processing (소급처리): what was taken by hand is processed back, and a second person checks it. */
@ApplicationScoped
public class ProcessingService {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Continuity room;
    private final ProcessingRows rows;
    private final ReceiptLists lists;
    private final SystemService systems;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    ProcessingService(
            Continuity room,
            ProcessingRows rows,
            ReceiptLists lists,
            SystemService systems,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.room = room;
        this.rows = rows;
        this.lists = lists;
        this.systems = systems;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Processed back, with effect on a day; may be corrected until it is checked. */
    @Transactional
    public ReceiptView process(String number, @Valid ProcessingCommand command) {
        Actor by = current.require(ReceiptService.CLERKS);
        Activation activation = activation(number, by);
        ProcessingRows.Locked receipt = unchecked(number);
        checkTimes(activation, command.processedAt(), command.effectiveOn(), receipt.receivedAt());
        rows.process(number, command.processedAt(), command.effectiveOn(), by.id(), by.name());
        ReceiptView done = lists.get(number, true);
        Object effectiveOn = done.processing() == null
                ? ""
                : String.valueOf(done.processing().effectiveOn());
        record("continuity.receipt-processed", number, Map.of("effectiveOn", effectiveOn));
        return done;
    }

    /** Turned down, with a reason; to be checked like what is processed. */
    @Transactional
    public ReceiptView reject(String number, @Valid RejectionCommand command) {
        Actor by = current.require(ReceiptService.CLERKS);
        Activation activation = activation(number, by);
        unchecked(number);
        checkTimes(activation, command.processedAt(), null, null);
        checkWords("/reason", command.reason());
        rows.reject(number, command.processedAt(), command.reason(), by.id(), by.name());
        record("continuity.receipt-rejected", number, Map.of("reason", command.reason()));
        return lists.get(number, true);
    }

    /** The second person's check; never by who processed it. */
    @Transactional
    public ReceiptView check(String number, @Valid CheckCommand command) {
        Actor by = current.require(ReceiptService.CLERKS);
        activation(number, by);
        ProcessingRows.Locked receipt = rows.lock(number).orElseThrow(Refusal::notFound);
        boolean waits = receipt.processedBy() != null && !receipt.checked();
        if (!waits) {
            throw notNow(receipt, "PROCESSED, REJECTED");
        }
        if (by.id().equals(receipt.processedBy())) {
            throw new Refusal(ContinuityError.SECOND_PERSON);
        }
        if (command.outcome() == CheckCommand.Outcome.CONFIRMED) {
            rows.confirm(number, clock.instant(), by.id(), by.name());
            record("continuity.receipt-checked", number, Map.of("outcome", command.outcome()));
        } else {
            String reason = command.reason();
            if (reason == null || reason.isBlank()) {
                throw Refusal.fields(List.of(FieldError.of("/reason", "required")));
            }
            checkWords("/reason", reason);
            rows.sendBack(number, reason);
            record("continuity.receipt-returned", number, Map.of("reason", reason));
        }
        return lists.get(number, true);
    }

    /** A number that was spoiled, used or not; it stays in the ledger. */
    @Transactional
    public ReceiptView spoil(String number, String reason) {
        Actor by = current.require(ReceiptService.CLERKS);
        activation(number, by);
        ProcessingRows.Locked receipt = rows.lock(number).orElseThrow(Refusal::notFound);
        if (receipt.state() != ReceiptState.UNUSED && receipt.state() != ReceiptState.RECEIVED) {
            throw notNow(receipt, "UNUSED, RECEIVED");
        }
        checkWords("/reason", reason);
        rows.spoil(number, reason, by.name());
        record("continuity.number-voided", number, Map.of("reason", reason));
        return lists.get(number, true);
    }

    /** Processes the next receipts at once. */
    @Transactional
    public Bulk processNext(UUID id, @Valid BulkCommand which) {
        Actor by = current.require(ReceiptService.CLERKS);
        Activation activation = ActivationService.requireOpen(room.rows().share(id, by));
        Instant processedAt = which.processedAt();
        if (processedAt == null) {
            throw Refusal.fields(List.of(FieldError.of("/processedAt", "required")));
        }
        checkTimes(activation, processedAt, which.effectiveOn(), null);
        checkService(activation, which.service());
        List<String> done = rows.processNext(id, which, processedAt, by.id(), by.name());
        recordBulk("continuity.receipts-processed", id, done);
        return bulk(id, done);
    }

    /** Confirms the next receipts at once, passing over what this person processed. */
    @Transactional
    public Bulk confirmNext(UUID id, @Valid BulkCommand which) {
        Actor by = current.require(ReceiptService.CLERKS);
        checkService(ActivationService.requireOpen(room.rows().share(id, by)), which.service());
        List<String> done = rows.confirmNext(id, which, clock.instant(), by.id(), by.name());
        recordBulk("continuity.receipts-checked", id, done);
        return bulk(id, done);
    }

    /** How many were done, and what is left to process and to check. */
    public record Bulk(int done, long left, long unchecked) {}

    /** The sum of the ledger. */
    @Transactional
    public Reconciliation reconcile(UUID id, Actor actor) {
        room.rows().read(id, actor);
        return Reconciliation.of(rows.reconcile(id));
    }

    private Bulk bulk(UUID id, List<String> done) {
        ReceiptCounts counts = room.rows().counts(List.of(id)).getOrDefault(id, ReceiptCounts.NONE);
        return new Bulk(done.size(), counts.received(), counts.unchecked());
    }

    private Activation activation(String number, Actor by) {
        UUID id = room.receipts().activationOf(number).orElseThrow(Refusal::notFound);
        return ActivationService.requireOpen(room.rows().share(id, by));
    }

    private ProcessingRows.Locked unchecked(String number) {
        ProcessingRows.Locked receipt = rows.lock(number).orElseThrow(Refusal::notFound);
        boolean taken = receipt.state() == ReceiptState.RECEIVED || receipt.processedBy() != null;
        if (!taken || receipt.checked()) {
            throw notNow(receipt, "RECEIVED");
        }
        return receipt;
    }

    /** Nothing takes effect after it was done, nor before the failure or the receipt, whichever came first. */
    private void checkTimes(
            Activation activation, Instant processedAt, @Nullable LocalDate effectiveOn, @Nullable Instant receivedAt) {
        if (processedAt.isAfter(clock.instant().plus(TOLERANCE))) {
            throw Refusal.fields(List.of(FieldError.of("/processedAt", "in-the-future")));
        }
        if (effectiveOn == null) {
            return;
        }
        LocalDate last = day(processedAt);
        List<Outage> outages = room.deadlines(activation).outages();
        LocalDate first =
                day(outages.isEmpty() ? activation.openedAt() : outages.get(0).from());
        LocalDate received = receivedAt == null ? first : day(receivedAt);
        LocalDate earliest = received.isBefore(first) ? received : first;
        if (effectiveOn.isAfter(last) || effectiveOn.isBefore(earliest)) {
            throw Refusal.fields(List.of(new FieldError(
                    "/effectiveOn",
                    "not-a-day-of-effect",
                    Map.of("value", effectiveOn, "allowed", earliest + " … " + last))));
        }
    }

    private void checkService(Activation activation, @Nullable String service) {
        if (service != null
                && systems.find(activation.code()).orElseThrow().services().stream()
                        .noneMatch(known -> known.code().equals(service))) {
            throw Refusal.field("/service", "unknown-service", service);
        }
    }

    private static void checkWords(String pointer, String words) {
        if (ResidentNumbers.stand(words)) {
            throw Refusal.fields(List.of(FieldError.of(pointer, "resident-number")));
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Zones.SEOUL);
    }

    private static Refusal notNow(ProcessingRows.Locked receipt, String allowed) {
        return new Refusal(ContinuityError.NOT_ALLOWED_NOW, Map.of("state", receipt.state(), "allowed", allowed));
    }

    private void record(String rule, String number, Map<String, ?> data) {
        journal.record(rule, ReceiptService.SUBJECT, number, data);
    }

    private void recordBulk(String rule, UUID activation, List<String> numbers) {
        if (!numbers.isEmpty()) {
            List<String> sorted = numbers.stream().sorted().toList();
            journal.record(
                    rule,
                    ActivationService.SUBJECT,
                    activation.toString(),
                    Map.of("count", sorted.size(), "first", sorted.get(0), "last", sorted.get(sorted.size() - 1)));
        }
    }
}
