package io.haetae.grading;

import io.haetae.kernel.Form;
import io.haetae.kernel.RequestLanguage;
import io.haetae.register.SystemService;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of one assessment, whichever of its forms was posted. */
@ApplicationScoped
class AssessmentPage {

    private final AssessmentService assessments;
    private final EvidenceFileService files;
    private final SystemService systems;
    private final Questions questions;
    private final RequestLanguage language;

    AssessmentPage(
            AssessmentService assessments,
            EvidenceFileService files,
            SystemService systems,
            Questions questions,
            RequestLanguage language) {
        this.assessments = assessments;
        this.files = files;
        this.systems = systems;
        this.questions = questions;
        this.language = language;
    }

    /**
     * The page.
     *
     * @param facts the facts as they were typed, null for as they stand
     * @param step the form of the next step
     * @param file the form of the evidence
     */
    TemplateInstance of(UUID id, @Nullable Form facts, Form step, Form file) {
        AssessmentView view = assessments.get(id);
        List<Questions.Question> asked = view.allows("facts")
                ? questions.of(systems.find(view.system()).orElseThrow(), view.ruleSet())
                : List.of();
        step.put("version", view.version());
        EvidenceSheet evidence = EvidenceSheet.of(view, files.of(id), file, language.get());
        return GradingTemplates.assessment(view, asked, facts == null ? Questions.form(view) : facts, step, evidence);
    }
}
