package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Form;
import io.haetae.procedure.engine.Field;
import java.util.List;
import java.util.Locale;

/** A run as its page shows it: what the reader may do now, what waits for whom, and the form that was refused. */
public final class RunOnPage {

    private static final int TICKED = 30;

    private final RunView run;
    private final Actor reader;
    private final String section;
    private final Form posted;
    private final Locale locale;

    RunOnPage(RunView run, Actor reader, String section, Form posted, Locale locale) {
        this.run = run;
        this.reader = reader;
        this.section = section;
        this.posted = posted;
        this.locale = locale;
    }

    /** Steps that the reader may do now. */
    public List<RunView.StepView> getMine() {
        return ready().stream().filter(RunView.StepView::mine).toList();
    }

    /** Steps that wait for somebody else, for a fact or for a time. */
    public List<RunView.StepView> getWaiting() {
        return ready().stream().filter(step -> !step.mine()).toList();
    }

    private List<RunView.StepView> ready() {
        return run.steps().stream()
                .filter(step -> step.standing() == RunView.Standing.READY && isOpen())
                .filter(step -> !step.kind().equals("PARALLEL"))
                .toList();
    }

    /** How many steps have ended, for the step indicator. */
    public long getEnded() {
        return run.steps().stream()
                .filter(step -> step.standing() == RunView.Standing.ENDED)
                .count();
    }

    public int getAll() {
        return run.steps().size();
    }

    public boolean isOpen() {
        return run.state().equals(Run.State.OPEN.name());
    }

    /** Whether the reader may take it, hand it over and stop it. */
    public boolean isWorking() {
        return isOpen() && reader.hasAny(Roles.WORK);
    }

    /** Whether it is in the reader's own hands. */
    public boolean isHeld() {
        return run.holder() != null && reader.id().equals(run.holder().id());
    }

    public String getUsername() {
        return reader.username();
    }

    /** The form of a section as it was posted and refused, or an empty one. */
    public Form form(String name) {
        return section.equals(name) ? posted : Form.blank();
    }

    /** Whether a section's form was refused, so that it stays open. */
    public boolean open(String name) {
        return section.equals(name);
    }

    /** The form above which the refusal stands. */
    public Form getRefused() {
        return posted;
    }

    /** Entries that the reader may put in other words, the latest of each first. */
    public List<Form.Option> getCorrectable() {
        if (!reader.hasAny(Roles.WORK)) {
            return List.of();
        }
        return run.steps().stream()
                .flatMap(step -> step.entries().stream()
                        .filter(entry -> entry.correctedBy() == null)
                        .map(entry -> new Form.Option(
                                entry.id().toString(),
                                step.title().in(locale) + " · "
                                        + entry.outcomeText().in(locale) + " · " + entry.by())))
                .toList();
    }

    /** The parts that a step can be about, unless there are too many to tick. */
    public List<Form.Option> getParts() {
        return run.parts().size() > TICKED
                ? List.of()
                : run.parts().stream()
                        .map(part -> new Form.Option(part.code(), part.name().in(locale) + " " + part.code()))
                        .toList();
    }

    /** The form of a step; where there is only one part, it is about that one. */
    public Form stepForm(RunView.StepView step) {
        Form form = form(step.step());
        if (!open(step.step()) && run.parts().size() == 1) {
            step.fields().stream()
                    .filter(field -> field.type() == Field.Type.SYSTEM)
                    .forEach(field -> form.put(
                            "fields." + field.name(), run.parts().get(0).code()));
        }
        return form;
    }

    /** Choices of a field in the reader's language. */
    public List<Form.Option> choices(Field field) {
        return field.options().stream()
                .map(choice -> new Form.Option(choice.id(), choice.label().in(locale)))
                .toList();
    }

    /** Whether words are an address on the web, to be shown as a link. */
    public boolean link(String words) {
        return (words.startsWith("https://") || words.startsWith("http://")) && !words.contains(" ");
    }
}
