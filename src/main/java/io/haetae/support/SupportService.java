package io.haetae.support;

import io.haetae.identity.Grants;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.support.Move.Need;
import io.haetae.support.Move.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the support team for help, or offers it, and follows it until everybody is back. */
@ApplicationScoped
public class SupportService {

    static final String SUBJECT = "SUPPORT_REQUEST";

    private final SupportRequests requests;
    private final Subjects subjects;
    private final SupportAccess access;
    private final SupportChronicle chronicle;
    private final SupportViews views;
    private final Grants grants;
    private final Clock clock;

    SupportService(
            SupportRequests requests,
            Subjects subjects,
            SupportAccess access,
            SupportChronicle chronicle,
            SupportViews views,
            Grants grants,
            Clock clock) {
        this.requests = requests;
        this.subjects = subjects;
        this.access = access;
        this.chronicle = chronicle;
        this.views = views;
        this.grants = grants;
        this.clock = clock;
    }

    /** Asks for help (OPERATOR, OFFICER of the system's institutions), or offers it (SUPPORT). */
    @Transactional
    public SupportView ask(@Valid SupportCommand said) {
        Actor by = access.worker();
        Instant now = clock.instant();
        Subject read = subjects.require(said, by);
        Party origin = access.asking(read.system());
        notInTheFuture(said.at(), now);
        Subject subject = locked(read);
        if (requests.isOpen(subject.system().id(), subject.incident())) {
            throw new Refusal(
                    SupportError.ALREADY_OPEN,
                    Map.of("system", subject.system().code(), "incident", subject.incident()));
        }
        SupportRequest made = new SupportRequest(requests.nextSeq(), said, subject, origin, by, now);
        requests.persistAndFlush(made);
        chronicle.asked(made, subject, by);
        return views.view(made, subject);
    }

    /** The same with its incident locked and read anew; when it was merged meanwhile, with what took it in. */
    private Subject locked(Subject read) {
        Subject subject = read;
        String locked;
        do {
            locked = subject.incident();
            requests.lockIncident(locked);
            subject = subjects.again(subject);
        } while (!subject.incident().equals(locked));
        return subject;
    }

    /**
     * Takes the step of that noun, with what it needs.
     *
     * @param readVersion the version the caller read; needed (428) for the assignment, which names all who are sent from
     *     now on and so takes away whoever was named meanwhile; of other steps not checked when null
     */
    @Transactional
    public SupportView take(String number, String noun, @Nullable Integer readVersion, @Valid StepCommand said) {
        Step step = Step.of(noun);
        Actor by = access.worker();
        SupportRequest request = requests.lock(number);
        Subject subject = subjects.of(request, by);
        access.require(Move.sideOf(step), request, subject.system());
        if (readVersion != null) {
            IfMatch.check(readVersion, request.publicVersion());
        } else if (step == Step.ASSIGNMENT) {
            throw new Refusal(KernelError.PRECONDITION_REQUIRED);
        }
        Move move = Move.require(step, request.state);
        Instant now = clock.instant();
        List<PersonView> people = check(move, request, said, now);
        boolean open = request.state == SupportState.REQUESTED;
        Set<SupportPerson> before = Set.copyOf(request.sent());
        if (move.needs() == Need.PEOPLE) {
            send(request, people, now);
        }
        request.take(move, Objects.requireNonNullElse(said.at(), now), blankToNull(said.text()), by, now);
        requests.flush();
        grants.hold(
                SUBJECT,
                request.number,
                Scope.systemKey(request.code),
                Role.SUPPORT,
                request.sent().stream().map(each -> each.person).toList());
        List<SupportPerson> relieved =
                before.stream().filter(each -> each.until != null).toList();
        chronicle.went(request, subject, open, relieved, by);
        return views.view(request, subject);
    }

    /** The request, or a refusal (404) when the reader may not know of it. */
    @Transactional
    public SupportView get(String number) {
        SupportRequest request = requests.read(number);
        return views.view(request, subjects.of(request, access.actor()));
    }

    /** Refuses what the step may not be taken with, and says who is sent by it. */
    private List<PersonView> check(Move move, SupportRequest request, StepCommand said, Instant now) {
        notInTheFuture(said.at(), now);
        List<FieldError> errors = new ArrayList<>();
        Instant last = request.lastAt();
        if (said.at() != null && said.at().isBefore(last.truncatedTo(ChronoUnit.MINUTES))) {
            errors.add(new FieldError("/at", "before-the-last-step", Map.of("allowed", last)));
        }
        if (move.needs() == Need.TEXT && blankToNull(said.text()) == null) {
            errors.add(FieldError.of("/text", "required"));
        }
        List<String> named = Objects.requireNonNullElse(said.people(), List.of());
        if (move.needs() == Need.PEOPLE && named.isEmpty()) {
            errors.add(FieldError.of("/people", "required"));
        }
        if (move.needs() != Need.PEOPLE && !named.isEmpty()) {
            errors.add(new FieldError("/people", "with-the-assignment", Map.of("allowed", Step.ASSIGNMENT.noun())));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return access.ofTheTeam(named);
    }

    /** These are sent from now on, and nobody else. */
    private static void send(SupportRequest request, List<PersonView> people, Instant now) {
        Set<UUID> wanted = people.stream().map(PersonView::id).collect(Collectors.toSet());
        Set<UUID> there = request.sent().stream().map(each -> each.person).collect(Collectors.toSet());
        request.sent().stream().filter(each -> !wanted.contains(each.person)).forEach(each -> each.until = now);
        people.stream()
                .filter(each -> !there.contains(each.id()))
                .forEach(each -> request.people.add(new SupportPerson(request, each, now)));
    }

    private static void notInTheFuture(@Nullable Instant at, Instant now) {
        if (at != null && at.isAfter(now)) {
            throw Refusal.field("/at", "in-the-future", at);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
