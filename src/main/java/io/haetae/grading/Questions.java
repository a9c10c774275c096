package io.haetae.grading;

import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.register.SystemView;
import io.haetae.rule.FactQuestion;
import io.haetae.rule.RuleRef;
import io.haetae.rule.SystemGradeRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule set asks about a system, as a form. */
@ApplicationScoped
class Questions {

    private final SystemGradeRules rules;
    private final Evaluator evaluator;
    private final RequestLanguage language;

    Questions(SystemGradeRules rules, Evaluator evaluator, RequestLanguage language) {
        this.rules = rules;
        this.evaluator = evaluator;
        this.language = language;
    }

    /** The rule set that a new assessment of the system begins with: the one in force for its owner's authority. */
    String usual(SystemView system) {
        return rules.inForce(evaluator.authority(system))
                .map(RuleRef::ruleSet)
                .orElseThrow(() -> Refusal.field("/ruleSet", "required", ""));
    }

    /**
     * One question.
     *
     * @param id of the fact
     * @param name as people read it
     * @param options the choices; none when a number is asked
     * @param countable whether it is taken from the register when left out
     * @param required whether it must be answered
     */
    public record Question(
            String id, LocalizedText name, List<Form.Option> options, boolean countable, boolean required) {

        /** Whether one of the options is asked, and not a number. */
        public boolean isChoice() {
            return !options.isEmpty();
        }

        /** Name of the form's field for the fact. */
        public String getFactName() {
            return "facts." + id;
        }

        /** Name of the form's field for where the fact is from. */
        public String getEvidenceName() {
            return "evidence." + id;
        }
    }

    /** What the version in force for the owner of the system asks. */
    List<Question> of(SystemView system, String ruleSet) {
        return of(rules.resolve(ruleSet, evaluator.authority(system)));
    }

    /** What a version asks. */
    List<Question> of(RuleRef ref) {
        return rules.questions(ref).stream().map(this::question).toList();
    }

    private Question question(FactQuestion one) {
        boolean countable = RegisterFacts.NAMES.contains(one.id());
        return new Question(one.id(), one.name(), options(one), countable, !countable && !one.mayBeLeftOut());
    }

    private List<Form.Option> options(FactQuestion question) {
        return question.choices().stream()
                .map(choice -> new Form.Option(choice.value(), choice.name().in(language.get())))
                .toList();
    }

    /** The form as the assessment stands; what was counted stays empty, so that it is counted again. */
    static Form form(AssessmentView view) {
        Form form = Form.blank().put("ruleSet", view.ruleSet()).put("version", view.version());
        view.facts().forEach((name, fact) -> {
            if (!view.counted().contains(name)) {
                form.put("facts." + name, fact);
            }
        });
        view.evidence().forEach((name, text) -> form.put("evidence." + name, text));
        return form;
    }

    /** What was typed. Refuses (422) what is no number where one is asked. */
    static FactsCommand command(Form form, List<Question> questions) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Map<String, String> evidence = new LinkedHashMap<>();
        for (Question question : questions) {
            String name = question.getFactName();
            facts.put(question.id(), question.isChoice() ? form.text(name) : form.whole(name));
            evidence.put(question.id(), form.textOrEmpty(question.getEvidenceName()));
        }
        form.check();
        return new FactsCommand(form.text("ruleSet"), facts, evidence);
    }
}
