package io.haetae.duty;

import java.util.List;

/**
 * Who would be called for a function.
 *
 * @param function which function
 * @param people by rank; empty when nobody can be reached: a gap
 */
public record OnDuty(DutyFunction function, List<Person> people) {

    public OnDuty {
        people = List.copyOf(people);
    }

    /** Whether nobody can be reached. */
    public boolean isGap() {
        return people.isEmpty();
    }

    /**
     * One who would be called.
     *
     * @param username log-in name
     * @param name as people read it
     * @param byPost false when a role stands in for a missing post
     */
    public record Person(String username, String name, boolean byPost) {}
}
