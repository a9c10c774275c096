package io.haetae.continuity;

import io.haetae.continuity.Deadlines.Answer;
import io.haetae.continuity.Deadlines.Question;
import io.haetae.continuity.relief.Relief;
import io.haetae.kernel.FieldError;
import io.haetae.register.PublicService;
import io.haetae.register.SystemView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with receipts, and what becomes of their deadlines, under one activation as it stands now. */
final class ReceiptJudge {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SystemView system;
    private final Deadlines deadlines;
    private final Instant now;
    private final Map<Question, Answer> answers = new HashMap<>();

    ReceiptJudge(SystemView system, Deadlines deadlines, Instant now) {
        this.system = system;
        this.deadlines = deadlines;
        this.now = now;
    }

    /** Everything that is wrong with a receipt. */
    List<FieldError> wrong(ReceiptCommand receipt) {
        List<FieldError> errors = new ArrayList<>();
        String services = system.services().stream().map(PublicService::code).collect(Collectors.joining(", "));
        if (system.services().stream().noneMatch(known -> known.code().equals(receipt.service()))) {
            errors.add(new FieldError(
                    "/service", "unknown-service", Map.of("value", receipt.service(), "allowed", services)));
        }
        past(errors, "/receivedAt", receipt.receivedAt());
        past(errors, "/sentAt", receipt.sentAt());
        checkOffice(errors, receipt.office());
        if (receipt.rule() != null) {
            FieldError wrong = deadlines.wrong("/rule", receipt.service(), receipt.rule());
            if (wrong != null) {
                errors.add(wrong);
            }
        }
        checkFields(errors, receipt);
        return errors;
    }

    private void past(List<FieldError> errors, String pointer, @Nullable Instant at) {
        if (at != null && at.isAfter(now.plus(TOLERANCE))) {
            errors.add(FieldError.of(pointer, "in-the-future"));
        }
    }

    /** The office stands in the number, so it must be one the plan knows, where the plan names any. */
    private void checkOffice(List<FieldError> errors, String typed) {
        String office = Ledgers.office(typed);
        PlanView plan = deadlines.plan();
        if (office.replaceAll("[^\\p{L}\\p{N}]", "").isEmpty() || ResidentNumbers.stand(office)) {
            errors.add(FieldError.of("/office", "no-office", typed));
        } else if (plan != null && !plan.offices().isEmpty() && !plan.offices().contains(office)) {
            errors.add(new FieldError(
                    "/office",
                    "unknown-office",
                    Map.of("value", office, "allowed", String.join(", ", plan.offices()))));
        }
    }

    private void checkFields(List<FieldError> errors, ReceiptCommand receipt) {
        List<PlanCommand.Field> asked = ActivationViews.fields(deadlines.plan(), receipt.service());
        String allowed = asked.stream().map(PlanCommand.Field::name).collect(Collectors.joining(", "));
        for (PlanCommand.Field field : asked) {
            String value = receipt.fields().get(field.name());
            if (field.required() && (value == null || value.isBlank())) {
                errors.add(FieldError.of("/fields/" + field.name(), "required"));
            }
        }
        receipt.fields().forEach((name, value) -> {
            if (asked.stream().noneMatch(field -> field.name().equals(name))) {
                errors.add(new FieldError("/fields/" + name, "not-asked", Map.of("value", name, "allowed", allowed)));
            } else if (ResidentNumbers.stand(value)) {
                errors.add(FieldError.of("/fields/" + name, "resident-number")); // never repeated in the answer
            }
        });
    }

    /** What is written of a right receipt under its number. */
    ReceiptRows.Entry entry(ReceiptCommand receipt, Ledgers.@Nullable Issued issued, ReceiptRows rows) {
        String number = issued == null ? String.valueOf(receipt.number()) : issued.number();
        Question question = receipt.originalDeadline() == null
                ? null
                : new Question(
                        receipt.service(),
                        receipt.rule(),
                        receipt.originalDeadline(),
                        receipt.periodFrom(),
                        receipt.sentAt());
        Answer answer = question == null ? null : answers.computeIfAbsent(question, deadlines::answer);
        Relief relief = answer == null ? null : answer.relief();
        return new ReceiptRows.Entry(
                number,
                issued == null ? null : issued.ledger(),
                issued == null ? null : issued.no(),
                receipt.service(),
                Ledgers.office(receipt.office()),
                receipt.receivedAt(),
                rows.seal(number, receipt.fields()),
                question == null ? null : question.deadline().toString(),
                receipt.periodFrom(),
                receipt.sentAt(),
                receipt.rule(),
                answer == null ? null : answer.rule().id(),
                relief == null ? null : relief.outcome(),
                relief == null ? null : relief.deadline().toString(),
                relief == null ? null : relief.deadline().endsAt(),
                relief == null ? null : relief.excusedUntil());
    }
}
