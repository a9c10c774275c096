package io.haetae.notify;

import io.haetae.identity.PersonView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** How a person can be reached: over every channel that he has and that this installation can use. */
@ApplicationScoped
public class ContactPoints {

    private final NotifyConfig config;

    ContactPoints(NotifyConfig config) {
        this.config = config;
    }

    /** The ways to this person; none for an account that is switched off. */
    public List<Point> of(PersonView person) {
        if (!person.active()) {
            return List.of();
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(Channel.IN_APP, person.username()));
        String mail = person.mail();
        if (mail != null && !mail.isBlank() && config.mail().enabled()) {
            points.add(new Point(Channel.MAIL, mail));
        }
        return points;
    }

    /**
     * One way to reach one person.
     *
     * @param channel the way
     * @param address where on that way
     */
    public record Point(Channel channel, String address) {}
}
