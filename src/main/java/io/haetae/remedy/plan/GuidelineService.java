package io.haetae.remedy.plan;

import io.haetae.audit.Journal;
import io.haetae.deadline.Length;
import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import io.haetae.remedy.Parties;
import io.haetae.remedy.Reminders;
import io.haetae.remedy.plan.GuidelineStore.Guideline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues guidelines for failure-management plans, and shows how far the plans are. */
@ApplicationScoped
public class GuidelineService {

    /** Three months for the plans, three years for the guideline (시행령 제70조의2 ①②). */
    private static final Length PLANS = Length.months(3);

    private static final Length RENEWAL = Length.months(36);

    /** Before the three years run out (product default): a guideline is not written in a day. */
    static final Duration[] BEFORE_RENEWAL = {Duration.ofDays(180), Duration.ofDays(90), Duration.ofDays(30)};

    private final GuidelineStore store;
    private final PlanFiles files;
    private final PlanNotices notices;
    private final Parties parties;
    private final WorkingCalendar calendar;
    private final Journal journal;
    private final Clock clock;

    GuidelineService(
            GuidelineStore store,
            PlanFiles files,
            PlanNotices notices,
            Parties parties,
            WorkingCalendar calendar,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.notices = notices;
        this.parties = parties;
        this.calendar = calendar;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Issues one to institutions of the actor's authority (AUTHORITY or SITUATION of it): each owes a plan from then on.
     */
    @Transactional
    public GuidelineView issue(@Valid GuidelineCommand command) {
        Actor by = parties.requireLead();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Zones.SEOUL);
        LocalDate issuedOn = Objects.requireNonNullElse(command.issuedOn(), today);
        check(command, by.institution(), issuedOn, today);
        List<String> institutions = command.institutions().isEmpty()
                ? store.withHead(by.institution(), issuedOn)
                : command.institutions().stream().distinct().sorted().toList();
        if (institutions.isEmpty()) {
            throw new Refusal(PlanError.NOBODY_ADDRESSED);
        }
        Guideline guideline = made(command, issuedOn, by, now);
        store.add(
                guideline,
                by.id(),
                guideline.plansDueAt(),
                guideline.exercise() ? null : Reminders.next(guideline.renewalDueAt(), now, BEFORE_RENEWAL));
        Instant warn = plans(issuedOn).warnAt().orElseThrow();
        store.addPlans(
                guideline,
                institutions,
                now.atZone(Zones.SEOUL).getYear(),
                warn.isAfter(now) ? warn : Reminders.next(guideline.plansDueAt(), now, PlanReminders.BEFORE));
        journal.record(
                "remedy.guideline-issued",
                PlanNotices.GUIDELINE,
                guideline.number(),
                Map.of(
                        "title", guideline.title(),
                        "issuedOn", issuedOn.toString(),
                        "plansDueAt", guideline.plansDueAt(),
                        "renewalDueAt", guideline.renewalDueAt(),
                        "institutions", institutions,
                        "exercise", guideline.exercise()));
        notices.issued(guideline, institutions);
        return view(guideline, now);
    }

    private void check(GuidelineCommand command, String authority, LocalDate issuedOn, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (issuedOn.isAfter(today)) {
            errors.add(FieldError.of("/issuedOn", "in-the-future"));
        }
        errors.addAll(parties.foreign(authority, command.institutions()));
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private Guideline made(GuidelineCommand command, LocalDate issuedOn, Actor by, Instant now) {
        long seq = store.nextSeq();
        String document = command.documentNumber();
        return new Guideline(
                Ids.at(now),
                seq,
                "FMG-%d-%04d".formatted(now.atZone(Zones.SEOUL).getYear(), seq),
                by.institution(),
                command.title().strip(),
                command.text().strip(),
                document == null || document.isBlank() ? null : document.strip(),
                issuedOn,
                now,
                by.name(),
                plans(issuedOn).dueAt().orElseThrow(),
                term(issuedOn, RENEWAL).dueAt().orElseThrow(),
                Boolean.TRUE.equals(command.exercise()),
                List.of(),
                false);
    }

    private Term plans(LocalDate issuedOn) {
        return term(issuedOn, PLANS);
    }

    private Term term(LocalDate from, Length length) {
        return Term.starting(from.atStartOfDay(Zones.SEOUL).toInstant(), length, calendar);
    }

    /** Those that concern the reader, the newest first. */
    @Transactional
    public Page<GuidelineView> list(int limit, @Nullable String cursor) {
        Instant now = clock.instant();
        List<Guideline> found =
                store.list(parties.seesEverything(), parties.leading(), parties.own(), seq(cursor), limit + 1);
        Map<UUID, GuidelineView.Standing> standings = standings(found, now);
        List<GuidelineView> views =
                found.stream().map(one -> view(one, standings, List.of(), now)).toList();
        return Page.of(views, limit, view -> Cursor.of(view.seq()));
    }

    /** Those of the reader's authority that are to be renewed within half a year, or should have been. */
    @Transactional
    public List<GuidelineView> toRenew() {
        Instant now = clock.instant();
        List<Guideline> found = store.renewedBefore(parties.leading(), now.plus(BEFORE_RENEWAL[0]));
        Map<UUID, GuidelineView.Standing> standings = standings(found, now);
        return found.stream().map(one -> view(one, standings, List.of(), now)).toList();
    }

    /** One, or a refusal (404) when it concerns the reader in no way. */
    @Transactional
    public GuidelineView get(String number) {
        return view(visible(number), clock.instant());
    }

    /** The same as it is kept. */
    Guideline visible(String number) {
        Guideline found = store.find(number).orElseThrow(Refusal::notFound);
        boolean addressed = standings(List.of(found), clock.instant()).containsKey(found.id());
        if (!parties.seesAllOf(found.authority()) && !addressed) {
            throw Refusal.notFound();
        }
        return found;
    }

    private GuidelineView view(Guideline of, Instant now) {
        return view(of, standings(List.of(of), now), files.ofGuideline(of.id()), now);
    }

    private Map<UUID, GuidelineView.Standing> standings(List<Guideline> of, Instant now) {
        return store.standings(
                of.stream().map(Guideline::id).toList(),
                parties.seesEverything(),
                parties.leading(),
                parties.own(),
                now);
    }

    private static GuidelineView view(
            Guideline of, Map<UUID, GuidelineView.Standing> standings, List<PlanFile> files, Instant now) {
        return new GuidelineView(
                of.number(),
                of.authority(),
                of.title(),
                of.text(),
                of.document(),
                of.issuedOn(),
                of.recordedAt(),
                of.name(),
                of.plansDueAt(),
                Reminders.lastDay(of.plansDueAt()),
                Reminders.lastDay(of.renewalDueAt()),
                !of.succeeded() && !of.exercise() && !now.isBefore(of.renewalDueAt()),
                of.succeeded(),
                of.exercise(),
                of.former(),
                standings.getOrDefault(of.id(), new GuidelineView.Standing(0, 0, 0, 0, 0, 0, 0)),
                files,
                of.seq());
    }

    static @Nullable Long seq(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }
}
