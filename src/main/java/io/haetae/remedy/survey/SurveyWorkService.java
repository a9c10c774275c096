package io.haetae.remedy.survey;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.remedy.Basis;
import io.haetae.remedy.NewRecommendation;
import io.haetae.remedy.Parties;
import io.haetae.remedy.RecommendationService;
import io.haetae.remedy.RecommendationView;
import io.haetae.remedy.Steps.Move;
import io.haetae.remedy.survey.SurveyStore.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries a survey out: visits, answers, findings, and what is recommended after them. */
@ApplicationScoped
public class SurveyWorkService {

    private final SurveyStore store;
    private final SurveyParts parts;
    private final SurveyViews views;
    private final SurveyNotices notices;
    private final Parties parties;
    private final RecommendationService recommendations;
    private final Clock clock;

    SurveyWorkService(
            SurveyStore store,
            SurveyParts parts,
            SurveyViews views,
            SurveyNotices notices,
            Parties parties,
            RecommendationService recommendations,
            Clock clock) {
        this.store = store;
        this.parts = parts;
        this.views = views;
        this.notices = notices;
        this.parties = parties;
        this.recommendations = recommendations;
        this.clock = clock;
    }

    /** Says when an institution is visited: a day of the survey (the authority). */
    @Transactional
    public SurveyView visit(String number, String institution, @Valid SurveyCommands.Visit said) {
        Survey survey = views.lockToLead(number);
        Move<SurveyStep, SurveyState> move = SurveyStep.TABLE.require(SurveyStep.VISIT, survey.state());
        if (parts.rounds(survey.id(), institution).isEmpty()) {
            throw Refusal.notFound();
        }
        if (said.on().isBefore(survey.from()) || said.on().isAfter(survey.until())) {
            throw Refusal.fields(List.of(new FieldError(
                    "/on",
                    "not-during-the-survey",
                    Map.of("value", said.on(), "from", survey.from(), "until", survey.until()))));
        }
        String note = said.note() == null || said.note().isBlank()
                ? null
                : said.note().strip();
        parts.visit(
                survey.id(), institution, said.on(), note, SurveyReminders.firstOfVisit(said.on(), clock.instant()));
        return done(
                move,
                survey,
                Map.of("institution", institution, "on", said.on().toString()),
                () -> notices.visit(survey, institution, said.on()));
    }

    /** Hands in the answers of an institution, all of them; again until the survey ends (OFFICER of it or above it). */
    @Transactional
    public SurveyView answer(String number, String institution, @Valid SurveyCommands.Answers said) {
        Survey survey = views.visible(store.lock(number));
        int rounds = parts.rounds(survey.id(), institution)
                .filter(one -> parties.isOn(institution) || parties.seesAllOf(survey.authority()))
                .orElseThrow(Refusal::notFound);
        if (!parties.answersFor(institution)) {
            throw new Refusal(SurveyError.NOT_ITS_OFFICE);
        }
        Move<SurveyStep, SurveyState> move = SurveyStep.TABLE.require(SurveyStep.ANSWERS, survey.state());
        check(store.questions(survey.id()), said.answers());
        Instant now = clock.instant();
        boolean late = rounds == 0 && !now.isBefore(survey.answerDueAt());
        parts.answer(survey.id(), institution, rounds + 1, said.answers(), late, parties.actor(), now);
        return done(
                move,
                survey,
                Map.of("institution", institution, "round", rounds + 1, "late", late),
                () -> notices.answered(survey, institution, rounds + 1));
    }

    private static void check(List<SurveyView.Question> questions, List<SurveyCommands.Answer> answers) {
        Map<Integer, QuestionKind> kinds =
                questions.stream().collect(Collectors.toMap(SurveyView.Question::number, SurveyView.Question::kind));
        List<FieldError> errors = new ArrayList<>();
        Set<Integer> answered = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            SurveyCommands.Answer answer = answers.get(i);
            QuestionKind kind = kinds.get(answer.question());
            if (kind == null || !answered.add(answer.question())) {
                errors.add(FieldError.of("/answers/" + i + "/question", "unknown-value", answer.question()));
            } else if (!kind.takes(answer.text().strip())) {
                String code = kind == QuestionKind.NUMBER ? "not-a-number" : "unknown-value";
                errors.add(FieldError.of("/answers/" + i + "/text", code, answer.text()));
            }
        }
        String missing = questions.stream()
                .map(SurveyView.Question::number)
                .filter(one -> !answered.contains(one))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            errors.add(new FieldError("/answers", "answers-missing", Map.of("value", missing)));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Writes down what was found in an institution (the authority). */
    @Transactional
    public SurveyView find(String number, @Valid SurveyCommands.Finding said) {
        Survey survey = views.lockToLead(number);
        Move<SurveyStep, SurveyState> move = SurveyStep.TABLE.require(SurveyStep.FINDING, survey.state());
        if (parts.rounds(survey.id(), said.institution()).isEmpty()) {
            throw Refusal.field("/institution", "unknown-institution", said.institution());
        }
        int finding =
                parts.find(survey.id(), said.institution(), said.text().strip(), parties.actor(), clock.instant());
        return done(
                move,
                survey,
                Map.of(
                        "institution", said.institution(),
                        "finding", finding,
                        "text", said.text().strip()),
                () -> {});
    }

    /**
     * Recommends after a finding, once: the recommendation is one like all others and names the survey as what it came from
     * (the authority).
     */
    @Transactional
    public SurveyView recommend(String number, int finding, @Valid SurveyCommands.Recommending said) {
        Survey survey = views.lockToLead(number);
        Move<SurveyStep, SurveyState> move = SurveyStep.TABLE.require(SurveyStep.RECOMMENDATION, survey.state());
        SurveyView.Finding found = parts.findings(survey).stream()
                .filter(one -> one.number() == finding)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (found.recommendation() != null) {
            throw new Refusal(SurveyError.RECOMMENDED_ALREADY, Map.of("number", found.recommendation()));
        }
        RecommendationView made = recommendations.recommend(new NewRecommendation(
                Basis.SURVEY,
                found.institution(),
                new NewRecommendation.Subject(NewRecommendation.SubjectKind.SURVEY, survey.number()),
                said.title(),
                said.text(),
                said.receivedOn(),
                null,
                null,
                survey.exercise()));
        parts.recommended(survey.id(), finding, made.number());
        return done(
                move,
                survey,
                Map.of("finding", finding, "institution", found.institution(), "recommendation", made.number()),
                () -> {});
    }

    private SurveyView done(Move<SurveyStep, SurveyState> move, Survey survey, Map<String, ?> data, Runnable told) {
        store.touched(survey.id());
        views.record(move.rule(), survey, data);
        told.run();
        return views.view(store.find(survey.number()).orElseThrow(), clock.instant());
    }
}
