package io.haetae.remedy.survey;

import io.haetae.kernel.Form;

/**
 * The forms of a survey's page, of which there are several of each kind: what was typed stands in the one it was typed into.
 *
 * @param section the one that was refused; empty when none was
 */
public record SurveyForms(String section, Form refused) {

    /** Forms nobody has typed into. */
    static final SurveyForms BLANK = new SurveyForms("", Form.blank());

    /** Whether the form of that kind for that thing was refused. */
    public boolean open(String kind, Object of) {
        return (kind + "-" + of).equals(section);
    }

    /** The form of a section. */
    public Form of(String name) {
        return name.equals(section) ? refused : Form.blank();
    }

    /** That of an institution's visit, which begins with what was said before. */
    public Form visit(SurveyView.Part part) {
        String name = "visit-" + part.institution();
        return name.equals(section)
                ? refused
                : Form.blank().put("on", part.visitOn()).put("note", part.visitNote());
    }

    /** That of an institution's answers, which begins with the last ones. */
    public Form answers(SurveyView.Part part) {
        if (("answers-" + part.institution()).equals(section)) {
            return refused;
        }
        Form form = Form.blank();
        part.answers().forEach(one -> form.put("answers." + (one.question() - 1) + ".text", one.text()));
        return form;
    }

    /** That of what is recommended after a finding, which begins with the finding. */
    public Form recommendation(SurveyView.Finding finding) {
        return ("recommendation-" + finding.number()).equals(section)
                ? refused
                : Form.blank().put("text", finding.text());
    }
}
