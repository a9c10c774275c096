package io.haetae.notify;

import io.haetae.identity.PersonView;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How people can be reached: in this service, and over every address that they have proved and that this installation
 * can use.
 */
@ApplicationScoped
public class ContactPoints {

    private final Sql sql;
    private final NotifyConfig config;

    ContactPoints(Sql sql, NotifyConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /** The ways to this person; none for an account that is switched off. */
    public List<Point> of(PersonView person) {
        return of(List.of(person)).getOrDefault(person.id(), List.of());
    }

    /** The ways to each of these people, in one query. */
    public Map<UUID, List<Point>> of(Collection<PersonView> people) {
        Map<UUID, List<Point>> points = new HashMap<>();
        for (PersonView person : people) {
            if (person.active() && !points.containsKey(person.id())) {
                points.put(person.id(), new ArrayList<>(List.of(new Point(Channel.IN_APP, person.username()))));
            }
        }
        if (!points.isEmpty()) {
            sql
                    .list(
                            """
                            select person, channel, address from notify_contact
                            where person = any(?) and verified_at is not null and ended_at is null
                            order by created_at, id
                            """,
                            row -> Map.entry(
                                    row.getObject("person", UUID.class),
                                    new Point(Channel.valueOf(row.getString("channel")), row.getString("address"))),
                            (Object) points.keySet().toArray(UUID[]::new))
                    .stream()
                    .filter(each -> isUsable(each.getValue().channel()))
                    .forEach(each -> points.computeIfAbsent(each.getKey(), any -> new ArrayList<>())
                            .add(each.getValue()));
        }
        return points;
    }

    private boolean isUsable(Channel channel) {
        return channel == Channel.MAIL && config.mail().enabled();
    }

    /**
     * One way to reach one person.
     *
     * @param channel the way
     * @param address where on that way
     */
    public record Point(Channel channel, String address) {

        /** Whether it reaches somebody who is not looking at this service. */
        public boolean isOutside() {
            return channel != Channel.IN_APP;
        }
    }
}
