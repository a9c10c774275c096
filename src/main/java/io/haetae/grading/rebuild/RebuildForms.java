package io.haetae.grading.rebuild;

import io.haetae.kernel.Form;

/**
 * The forms of one page: what was typed into the one that was refused stays in it, and in no other.
 *
 * @param section which form was refused, empty when none was
 */
public record RebuildForms(String section, Form refused) {

    static final RebuildForms NONE = new RebuildForms("", Form.blank());

    /** The form of a section. */
    public Form of(String name) {
        return section.equals(name) ? refused : Form.blank();
    }

    /** Whether the section was refused. */
    public boolean at(String name) {
        return section.equals(name);
    }

    /** The form for the budget, with the one that is known. */
    public Form budget(RebuildView view) {
        return at("budget") ? refused : Form.blank().put("budgetWon", view.budgetWon());
    }
}
