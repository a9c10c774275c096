package io.haetae.support;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Form;
import io.haetae.kernel.Refusal;
import io.haetae.support.SupportCommand.Field;
import io.haetae.support.SupportCommand.Mode;
import io.haetae.support.SupportCommand.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the forms of the room's pages into the commands of its service. */
final class SupportForms {

    private SupportForms() {}

    static SupportCommand request(Form form) {
        Instant at = form.time("at");
        Mode mode = form.one("mode", Mode.class);
        Reason reason = form.one("reason", Reason.class);
        form.need("mode", "reason", "fields").check();
        return new SupportCommand(
                form.textOrEmpty("system"),
                form.textOrEmpty("incident"),
                at,
                Objects.requireNonNull(mode),
                Stream.of(Field.values())
                        .filter(field -> form.has("fields", field.name()))
                        .toList(),
                Objects.requireNonNull(reason),
                form.textOrEmpty("what"),
                form.textOrEmpty("contact"));
    }

    static StepCommand step(Form form) {
        Instant at = form.time("at");
        form.check();
        return new StepCommand(at, form.text("text"), form.values("people"));
    }

    /** Log-in names of those who are sent now. */
    static List<String> sent(SupportView view) {
        return view.people().stream()
                .filter(each -> each.until() == null)
                .map(SupportView.Sent::username)
                .toList();
    }

    /** Carries it out; a refusal comes as the form shows it, which has one field for all people. */
    static <T> T inForm(Supplier<T> act) {
        try {
            return act.get();
        } catch (Refusal refused) {
            if (refused.fieldErrors().isEmpty()) {
                throw refused;
            }
            throw Refusal.fields(refused.fieldErrors().stream()
                    .map(error -> new FieldError(
                            error.pointer().replaceFirst("^/(people|fields)/.*", "/$1"), error.code(), error.facts()))
                    .toList());
        }
    }
}
