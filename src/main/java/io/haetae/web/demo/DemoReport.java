package io.haetae.web.demo;

import io.haetae.kernel.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the demonstration brought.
 *
 * @param systemsByGrade number of systems of grade 1, 2, 3 and 4
 * @param people accounts made, all with the same password
 * @param password the random password, shown only here; null when it is the one in {@code HAETAE_DEMO_PASSWORD}
 */
record DemoReport(
        int institutions,
        int sites,
        int systems,
        List<Long> systemsByGrade,
        List<Account> people,
        @Nullable String password) {

    DemoReport {
        systemsByGrade = List.copyOf(systemsByGrade);
        people = List.copyOf(people);
    }

    /** An account to log in with. */
    record Account(
            String username,
            String name,
            Role role,
            @Nullable String institution) {}

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
        return "DemoReport[" + systems + " systems]";
    }
}
