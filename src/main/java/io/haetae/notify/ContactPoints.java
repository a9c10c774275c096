package io.haetae.notify;

import io.haetae.identity.PersonView;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * How people can be reached: in this service, and over every address that they have proved and that this installation
 * can use.
 */
@ApplicationScoped
public class ContactPoints {

    private final Sql sql;
    private final Gateways gateways;
    private final NotifyConfig config;

    ContactPoints(Sql sql, Gateways gateways, NotifyConfig config) {
        this.sql = sql;
        this.gateways = gateways;
        this.config = config;
    }

    /** The ways to this person; none for an account that is switched off. */
    public List<Point> of(PersonView person) {
        return of(List.of(person)).getOrDefault(person.id(), List.of());
    }

    /** The ways to each of these people for ordinary notices: not by telephone. */
    public Map<UUID, List<Point>> of(Collection<PersonView> people) {
        return of(people, channel -> channel == Channel.MAIL && config.mail().enabled());
    }

    /** The ways to each of these people in a call-out, text messages and calls among them. */
    public Map<UUID, List<Point>> ofCallOut(Collection<PersonView> people) {
        Set<Channel> usable = ways().keySet();
        return of(people, usable::contains);
    }

    /**
     * The channels that this installation can use, each with the ways it has; a way is the set of systems that it
     * depends on.
     */
    public Map<Channel, List<Set<String>>> ways() {
        Map<Channel, List<Set<String>>> ways = new EnumMap<>(Channel.class);
        ways.put(Channel.IN_APP, List.of(Set.copyOf(config.inAppDependsOn())));
        if (config.mail().enabled()) {
            ways.put(Channel.MAIL, List.of(Set.copyOf(config.mail().dependsOn())));
        }
        gateways.inUse().forEach(each -> ways.computeIfAbsent(each.getKey(), any -> new ArrayList<>())
                .add(Set.copyOf(each.getValue())));
        return ways;
    }

    /** The number that is called back, named in text messages. */
    public String callBack() {
        return config.gateway().callBack();
    }

    private Map<UUID, List<Point>> of(Collection<PersonView> people, Predicate<Channel> usable) {
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
                    .filter(each -> usable.test(each.getValue().channel()))
                    .forEach(each -> points.computeIfAbsent(each.getKey(), any -> new ArrayList<>())
                            .add(each.getValue()));
        }
        return points;
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
