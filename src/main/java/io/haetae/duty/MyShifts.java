package io.haetae.duty;

import io.haetae.identity.PersonView;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The shifts of one person over all rosters. */
@ApplicationScoped
public class MyShifts {

    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(184);

    private final Sql sql;
    private final RosterPlans plans;
    private final AbsencePeople absences;
    private final Texts texts;
    private final CurrentActor current;
    private final Clock clock;

    MyShifts(Sql sql, RosterPlans plans, AbsencePeople absences, Texts texts, CurrentActor current, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.absences = absences;
        this.texts = texts;
        this.current = current;
        this.clock = clock;
    }

    /**
     * One shift of the reader.
     *
     * @param roster of which roster
     * @param name of the roster with its team
     * @param from begin
     * @param until end
     */
    public record Mine(UUID roster, String name, Instant from, Instant until) {}

    /** The reader's shifts that are not over, for so many days ahead. */
    @Transactional
    public List<Mine> coming(int days) {
        Instant now = clock.instant();
        Map<UUID, String> names = new HashMap<>();
        return of(current.get().id(), now, now.plus(Duration.ofDays(days)))
                .map(each -> new Mine(
                        each.plan().id(),
                        names.computeIfAbsent(each.plan().id(), this::name),
                        each.shift().from(),
                        each.shift().until()))
                .toList();
    }

    /** The reader's shifts that run, or have ended within so much time. */
    @Transactional
    public List<Mine> running(Duration leeway) {
        Instant now = clock.instant();
        return of(current.get().id(), now.minus(leeway), now.plusNanos(1))
                .map(each -> new Mine(
                        each.plan().id(),
                        name(each.plan().id()),
                        each.shift().from(),
                        each.shift().until()))
                .toList();
    }

    /** The reader's present and coming absences. */
    @Transactional
    public List<AbsenceView> absences() {
        return absences.of(current.get().id(), clock.instant());
    }

    /** A person's shifts of the last month and the coming half year, as iCalendar; his name is not in it. */
    String calendar(PersonView person) {
        Instant now = clock.instant();
        Locale language = "en".equals(person.language()) ? Locale.ENGLISH : Locale.KOREAN;
        Map<UUID, String> names = new HashMap<>();
        List<ICalendar.Event> events = of(person.id(), now.minus(BACK), now.plus(AHEAD))
                .map(each -> event(each, names.computeIfAbsent(each.plan().id(), this::name), language))
                .toList();
        return ICalendar.published(texts.text(language, "duty.feed.name"), now, events);
    }

    private record Duty(RosterPlan plan, Shift shift) {}

    private Stream<Duty> of(UUID person, Instant from, Instant until) {
        return plans.ofPerson(person).stream()
                .flatMap(plan -> plan.between(from, until).stream().map(shift -> new Duty(plan, shift)))
                .filter(each -> person.equals(each.shift().person()))
                .sorted(Comparator.comparing((Duty each) -> each.shift().from())
                        .thenComparing(each -> each.plan().id()));
    }

    private ICalendar.Event event(Duty duty, String roster, Locale language) {
        String function = texts.text(language, "duty.function." + duty.plan().function());
        return new ICalendar.Event(
                duty.shift().uid(),
                duty.shift().from(),
                duty.shift().until(),
                texts.text(language, "duty.feed.summary", Map.of("function", function, "roster", roster)),
                duty.shift().by() == Shift.By.TURN
                        ? ""
                        : texts.text(language, "duty.by-shift." + duty.shift().by()));
    }

    private String name(UUID roster) {
        return sql.first("""
                        select t.name || ' · ' || r.name as name from duty_roster r join duty_team t on t.id = r.team
                        where r.id = ?
                        """, row -> row.getString("name"), roster).orElse("");
    }
}
