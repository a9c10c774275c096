package io.haetae.duty;

import io.haetae.kernel.Form;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Posted forms of this room as the commands of its services. */
@ApplicationScoped
@SuppressWarnings("NullAway") // the constraints of the commands say which fields may be missing
class RosterForms {

    private final Validator validator;
    private final Texts texts;
    private final RequestLanguage language;

    RosterForms(Validator validator, Texts texts, RequestLanguage language) {
        this.validator = validator;
        this.texts = texts;
        this.language = language;
    }

    /** An act that may be refused; what is wrong is put into the form. Says whether it was done. */
    boolean done(Form form, Runnable act) {
        try {
            act.run();
            return true;
        } catch (ConstraintViolationException invalid) {
            form.refused(invalid, texts, language.get());
        } catch (Refusal refused) {
            if (refused.fieldErrors().isEmpty() && !isOfAForm(refused)) {
                throw refused;
            }
            form.refused(refused, texts, language.get());
        }
        return false;
    }

    /** What is not there or not allowed is a page of its own. */
    private static boolean isOfAForm(Refusal refused) {
        return switch (refused.error().kind()) {
            case CONFLICT, UNPROCESSABLE, INVALID -> true;
            default -> false;
        };
    }

    NewPost post(Form form) {
        return checked(
                form,
                new NewPost(
                        form.textOrEmpty("institution"),
                        form.one("function", DutyFunction.class),
                        form.textOrEmpty("person"),
                        form.integer("rank"),
                        form.time("from"),
                        form.time("until")));
    }

    NewTeam team(Form form) {
        return checked(
                form,
                new NewTeam(
                        form.textOrEmpty("institution"),
                        form.textOrEmpty("name"),
                        form.textOrEmpty("lead"),
                        words(form, "members")));
    }

    TeamChange teamChange(Form form) {
        return checked(
                form, new TeamChange(form.textOrEmpty("name"), form.textOrEmpty("lead"), words(form, "members")));
    }

    NewRoster roster(Form form) {
        return checked(
                form,
                new NewRoster(
                        form.textOrEmpty("name"), form.one("function", DutyFunction.class), List.of(rotation(form))));
    }

    RotationChange change(Form form) {
        return checked(form, new RotationChange(List.of(rotation(form))));
    }

    private static NewRotation rotation(Form form) {
        return new NewRotation(
                form.one("rotations.0.unit", Rotation.Unit.class),
                form.integer("rotations.0.length"),
                form.time("rotations.0.startsAt"),
                words(form, "rotations.0.people"));
    }

    NewOverride override(Form form) {
        return checked(
                form,
                new NewOverride(
                        form.time("from"),
                        form.time("until"),
                        form.textOrEmpty("person"),
                        form.text("insteadOf"),
                        form.textOrEmpty("reason")));
    }

    NewSwap swap(Form form) {
        return checked(
                form,
                new NewSwap(form.time("shiftAt"), form.textOrEmpty("with"), form.time("theirsAt"), form.text("note")));
    }

    NewAbsence absence(Form form) {
        return checked(
                form,
                new NewAbsence(
                        null,
                        form.time("from"),
                        form.time("until"),
                        form.text("substitute"),
                        form.textOrEmpty("reason")));
    }

    private <T> T checked(Form form, T command) {
        form.check();
        Set<ConstraintViolation<T>> wrong = validator.validate(command);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return command;
    }

    /** Log-in names, one per line or with commas between them. */
    private static List<String> words(Form form, String name) {
        return Arrays.stream(form.value(name).split("[\\s,]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
