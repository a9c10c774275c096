package io.haetae.duty;

import io.haetae.kernel.Form;
import java.util.Arrays;
import java.util.List;

/** Posted forms of this room as the commands of its services. */
@SuppressWarnings("NullAway") // the constraints of the commands say which fields may be missing
final class RosterForms {

    private RosterForms() {}

    static NewPost post(Form form) {
        return new NewPost(
                form.textOrEmpty("institution"),
                form.one("function", DutyFunction.class),
                form.textOrEmpty("person"),
                form.integer("rank"),
                form.time("from"),
                form.time("until"));
    }

    static NewTeam team(Form form) {
        return new NewTeam(
                form.textOrEmpty("institution"),
                form.textOrEmpty("name"),
                form.textOrEmpty("lead"),
                words(form, "members"));
    }

    static TeamChange teamChange(Form form) {
        return new TeamChange(form.textOrEmpty("name"), form.textOrEmpty("lead"), words(form, "members"));
    }

    static NewRoster roster(Form form) {
        return new NewRoster(
                form.textOrEmpty("name"), form.one("function", DutyFunction.class), List.of(rotation(form)));
    }

    static RotationChange change(Form form) {
        return new RotationChange(List.of(rotation(form)));
    }

    private static NewRotation rotation(Form form) {
        return new NewRotation(
                form.one("rotations.0.unit", Rotation.Unit.class),
                form.integer("rotations.0.length"),
                form.time("rotations.0.startsAt"),
                words(form, "rotations.0.people"));
    }

    static NewOverride override(Form form) {
        return new NewOverride(
                form.time("from"),
                form.time("until"),
                form.textOrEmpty("person"),
                form.text("insteadOf"),
                form.textOrEmpty("reason"));
    }

    static NewSwap swap(Form form) {
        return new NewSwap(form.time("shiftAt"), form.textOrEmpty("with"), form.time("theirsAt"), form.text("note"));
    }

    static NewAbsence absence(Form form) {
        return new NewAbsence(
                null, form.time("from"), form.time("until"), form.text("substitute"), form.textOrEmpty("reason"));
    }

    /** Log-in names, one per line or with commas between them. */
    private static List<String> words(Form form, String name) {
        return Arrays.stream(form.value(name).split("[\\s,]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
