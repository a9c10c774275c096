package io.haetae.duty;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** Posted forms of this room as the commands of its services. */
@ApplicationScoped
@SuppressWarnings("NullAway") // the constraints of the commands say which fields may be missing
class RosterForms {

    private final Forms forms;

    RosterForms(Forms forms) {
        this.forms = forms;
    }

    /** An act that may be refused; what is wrong is put into the form. Says whether it was done. */
    boolean done(Form form, Runnable act) {
        return forms.done(form, act);
    }

    NewPost post(Form form) {
        return forms.checked(
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
        return forms.checked(
                form,
                new NewTeam(
                        form.textOrEmpty("institution"),
                        form.textOrEmpty("name"),
                        form.textOrEmpty("lead"),
                        words(form, "members")));
    }

    TeamChange teamChange(Form form) {
        return forms.checked(
                form, new TeamChange(form.textOrEmpty("name"), form.textOrEmpty("lead"), words(form, "members")));
    }

    NewRoster roster(Form form) {
        return forms.checked(
                form,
                new NewRoster(
                        form.textOrEmpty("name"), form.one("function", DutyFunction.class), List.of(rotation(form))));
    }

    RotationChange change(Form form) {
        return forms.checked(form, new RotationChange(List.of(rotation(form))));
    }

    private static NewRotation rotation(Form form) {
        return new NewRotation(
                form.one("rotations.0.unit", Rotation.Unit.class),
                form.integer("rotations.0.length"),
                form.time("rotations.0.startsAt"),
                words(form, "rotations.0.people"));
    }

    NewOverride override(Form form) {
        return forms.checked(
                form,
                new NewOverride(
                        form.time("from"),
                        form.time("until"),
                        form.textOrEmpty("person"),
                        form.text("insteadOf"),
                        form.textOrEmpty("reason")));
    }

    NewSwap swap(Form form) {
        return forms.checked(
                form,
                new NewSwap(form.time("shiftAt"), form.textOrEmpty("with"), form.time("theirsAt"), form.text("note")));
    }

    NewAbsence absence(Form form) {
        return forms.checked(
                form,
                new NewAbsence(
                        null,
                        form.time("from"),
                        form.time("until"),
                        form.text("substitute"),
                        form.textOrEmpty("reason")));
    }

    /** Log-in names, one per line or with commas between them. */
    private static List<String> words(Form form, String name) {
        return Arrays.stream(form.value(name).split("[\\s,]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
