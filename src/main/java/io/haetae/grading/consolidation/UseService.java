package io.haetae.grading.consolidation;

import io.haetae.audit.Journal;
import io.haetae.grading.YearlyAvailability;
import io.haetae.kernel.Actor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import io.haetae.register.ServiceSpan;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much a system was used and how it did, year by year, as its owner says (전자정부법 제23조). */
@ApplicationScoped
public class UseService {

    /** The present year and the four before it. */
    private static final int YEARS = 5;

    /** The first year of which anything is kept. */
    static final int FIRST = 2000;

    private final UseStore store;
    private final ConsolidationAccess access;
    private final YearlyAvailability availability;
    private final Journal journal;
    private final Clock clock;

    UseService(
            UseStore store, ConsolidationAccess access, YearlyAvailability availability, Journal journal, Clock clock) {
        this.store = store;
        this.access = access;
        this.availability = availability;
        this.journal = journal;
        this.clock = clock;
    }

    /** The last years of a system in scope, the newest first. */
    @Transactional
    public UseSheet of(String code) {
        return sheet(access.seen(code));
    }

    /** Says how a year was (OFFICER or OPERATOR of the owner's side). What is left out is unknown from then on. */
    @Transactional
    public UseSheet state(String code, int year, @Valid UseStatement said) {
        SystemView system = access.owned(code);
        Actor by = access.actor();
        Instant now = clock.instant();
        List<FieldError> errors = check(year, said, LocalDate.ofInstant(now, Zones.SEOUL));
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        store.add(List.of(new UseStore.Said(system.id(), year, said)), by, now);
        journal.record("grading.use-stated", "SYSTEM", code, data(year, said));
        return sheet(system);
    }

    /** What cannot be about a year. */
    static List<FieldError> check(int year, UseStatement said, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (year < FIRST) {
            errors.add(new FieldError("/year", "too-small", Map.of("value", FIRST)));
        }
        if (year > today.getYear()) {
            errors.add(FieldError.of("/year", "in-the-future", year));
        }
        if (said.measuredOn().getYear() < FIRST) {
            errors.add(new FieldError("/measuredOn", "too-small", Map.of("value", FIRST + "-01-01")));
        }
        if (said.measuredOn().isAfter(today)) {
            errors.add(FieldError.of("/measuredOn", "in-the-future", said.measuredOn()));
        }
        return errors;
    }

    private UseSheet sheet(SystemView system) {
        int last = LocalDate.ofInstant(clock.instant(), Zones.SEOUL).getYear();
        Map<Integer, UseYear> said = store.of(system.id(), last - YEARS + 1);
        List<UseYear> years = new ArrayList<>();
        for (int year = last; year > last - YEARS; year--) {
            BigDecimal measured = availability.of(List.of(system.id()), year).get(system.id());
            UseYear known = said.get(year);
            years.add((known == null ? UseYear.unknown(year) : known).measured(measured, ServiceSpan.of(system)));
        }
        return new UseSheet(system.code(), system.name(), system.owner(), years, access.answersFor(system));
    }

    private static Map<String, Object> data(int year, UseStatement said) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("year", year);
        put(data, "users", said.users());
        put(data, "transactions", said.transactions());
        put(data, "costWon", said.costWon());
        put(data, "satisfaction", said.satisfaction());
        put(data, "responseMillis", said.responseMillis());
        data.put("source", said.source());
        data.put("measuredOn", said.measuredOn().toString());
        return data;
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        data.put(name, value == null ? "UNKNOWN" : value);
    }
}
