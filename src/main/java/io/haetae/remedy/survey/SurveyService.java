package io.haetae.remedy.survey;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import io.haetae.remedy.Parties;
import io.haetae.remedy.Reminders;
import io.haetae.remedy.Steps.Move;
import io.haetae.remedy.survey.SurveyStore.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Announces surveys, ends them, and shows them. */
@ApplicationScoped
public class SurveyService {

    private static final int WAITING = 20;

    private final SurveyStore store;
    private final SurveyViews views;
    private final SurveyNotices notices;
    private final Parties parties;
    private final Clock clock;

    SurveyService(SurveyStore store, SurveyViews views, SurveyNotices notices, Parties parties, Clock clock) {
        this.store = store;
        this.views = views;
        this.notices = notices;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * Announces a survey to institutions of the actor's authority (AUTHORITY or SITUATION of it). Refuses one that begins
     * sooner than the decree allows.
     */
    @Transactional
    public SurveyView announce(@Valid SurveyCommand command) {
        Actor by = parties.requireLead();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Zones.SEOUL);
        LocalDate notifiedOn = Objects.requireNonNullElse(command.notifiedOn(), today);
        check(command, by.institution(), notifiedOn, today);
        Survey survey = made(command, notifiedOn, by, now);
        List<String> institutions =
                command.institutions().stream().distinct().sorted().toList();
        store.add(survey, by.id());
        store.addQuestions(survey.id(), command.questions());
        store.addInstitutions(survey.id(), institutions, SurveyReminders.firstOfAnswers(survey.answerDueAt(), now));
        views.record(
                SurveyStep.BEGUN,
                survey,
                Map.of(
                        "title", survey.title(),
                        "notifiedOn", notifiedOn.toString(),
                        "from", survey.from().toString(),
                        "until", survey.until().toString(),
                        "urgentReason", Objects.requireNonNullElse(survey.urgentReason(), ""),
                        "institutions", institutions,
                        "exercise", survey.exercise()));
        notices.announced(survey, institutions);
        return views.view(survey, now);
    }

    private Survey made(SurveyCommand command, LocalDate notifiedOn, Actor by, Instant now) {
        long seq = store.nextSeq();
        return new Survey(
                Ids.at(now),
                seq,
                "SVY-%d-%04d".formatted(now.atZone(Zones.SEOUL).getYear(), seq),
                by.institution(),
                command.title().strip(),
                command.purpose().strip(),
                blankToNull(command.documentNumber()),
                blankToNull(command.urgentReason()),
                notifiedOn,
                command.from(),
                command.until(),
                Reminders.after(command.answerBy()),
                SurveyState.ANNOUNCED,
                now,
                by.name(),
                null,
                null,
                Boolean.TRUE.equals(command.exercise()),
                List.of(),
                1);
    }

    private void check(SurveyCommand command, String authority, LocalDate notifiedOn, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (notifiedOn.isAfter(today)) {
            errors.add(FieldError.of("/notifiedOn", "in-the-future"));
        }
        boolean urgent = blankToNull(command.urgentReason()) != null;
        LocalDate earliest = NoticePeriod.earliest(notifiedOn, urgent);
        if (command.from().isBefore(earliest)) {
            errors.add(new FieldError(
                    "/from",
                    urgent ? "urgent-notice-too-short" : "notice-too-short",
                    Map.of("value", command.from(), "allowed", earliest)));
        }
        if (command.until().isBefore(command.from())) {
            errors.add(FieldError.of("/until", "end-before-begin"));
        }
        if (command.answerBy().isBefore(today)) {
            errors.add(FieldError.of("/answerBy", "in-the-past", command.answerBy()));
        } else if (command.answerBy().isAfter(command.until())) {
            errors.add(new FieldError(
                    "/answerBy", "after-the-survey", Map.of("value", command.answerBy(), "allowed", command.until())));
        }
        errors.addAll(parties.foreign(authority, command.institutions()));
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Those that concern the reader, the newest first. */
    @Transactional
    public Page<SurveyRow> list(int limit, @Nullable String cursor) {
        List<SurveyRow> rows = store.list(reader(false), seq(cursor), limit + 1);
        return Page.of(rows, limit, row -> Cursor.of(row.seq()));
    }

    /** Those that wait for the reader: to be answered, visited or closed. */
    @Transactional
    public List<SurveyRow> mine() {
        return store.list(reader(true), null, WAITING);
    }

    private SurveyStore.Reader reader(boolean waiting) {
        String[] own = parties.own();
        return new SurveyStore.Reader(
                parties.seesEverything(),
                parties.leading(),
                own,
                parties.actor().hasAny(Role.OFFICER) ? own : new String[0],
                LocalDate.ofInstant(clock.instant(), Zones.SEOUL),
                waiting);
    }

    private static @Nullable Long seq(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    /** One, or a refusal (404) when it concerns the reader in no way. */
    @Transactional
    public SurveyView get(String number) {
        return views.view(views.visible(store.find(number)), clock.instant());
    }

    /** Ends it: nothing is asked any more (the authority). */
    @Transactional
    public SurveyView close(String number, @Valid SurveyCommands.Ending said) {
        return end(number, SurveyStep.CLOSURE, said.text());
    }

    /** It does not take place (the authority). */
    @Transactional
    public SurveyView cancel(String number, @Valid SurveyCommands.Ending said) {
        return end(number, SurveyStep.CANCELLATION, said.text());
    }

    private SurveyView end(String number, SurveyStep step, String text) {
        Survey survey = views.lockToLead(number);
        Move<SurveyStep, SurveyState> move = SurveyStep.TABLE.require(step, survey.state());
        Instant now = clock.instant();
        store.end(survey.id(), move.to(), now, text.strip());
        views.record(move.rule(), survey, Map.of("text", text.strip()));
        if (step == SurveyStep.CANCELLATION) {
            notices.cancelled(survey, text.strip());
        }
        return views.view(store.find(number).orElseThrow(), now);
    }
}
