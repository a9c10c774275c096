package io.haetae.notify;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's own contact addresses. Each is proved by a code that came there before anything else is sent to it. */
@ApplicationScoped
public class ContactService {

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9-]{6,18}[0-9]");

    private final Sql sql;
    private final ContactCodes codes;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    ContactService(Sql sql, ContactCodes codes, Journal journal, CurrentActor current, Clock clock) {
        this.sql = sql;
        this.codes = codes;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** The reader's own addresses, the oldest first. */
    @Transactional
    public List<ContactView> mine() {
        return sql.list("""
                select id, channel, address, created_at, verified_at, verified_by from notify_contact
                where person = ? and ended_at is null order by created_at, id
                """, ContactService::view, current.get().id());
    }

    /** Adds an address of the acting person and sends its code there. */
    @Transactional
    public ContactView add(NewContact command) {
        Actor actor = actor();
        String address = command.address().strip();
        check(command.channel(), address);
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        int made = sql.update("""
                insert into notify_contact (id, person, channel, address, created_at) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """, id, actor.id(), command.channel(), address, now);
        if (made == 0) {
            throw new Refusal(KernelError.EXISTS, Map.of("value", address));
        }
        codes.send(id, actor, command.channel(), address);
        record("notify.contact-added", id, command.channel());
        return mine(id);
    }

    /** Sends a new code; the former one is void. */
    @Transactional
    public void sendCode(UUID id) {
        Actor actor = actor();
        ContactView contact = mine(id);
        if (contact.verifiedAt() != null) {
            throw new Refusal(NotifyError.CONTACT_VERIFIED);
        }
        codes.checkPace(id);
        codes.send(id, actor, contact.channel(), contact.address());
        record("notify.contact-code-sent", id, contact.channel());
    }

    /** Proves an address by its code. A wrong code is counted, therefore a refusal here undoes nothing. */
    @Transactional(dontRollbackOn = Refusal.class)
    public ContactView verify(UUID id, ContactCode entered) {
        actor();
        ContactView contact = mine(id);
        if (contact.verifiedAt() != null) {
            return contact;
        }
        codes.check(id, entered.code());
        sql.update("""
                update notify_contact set verified_at = ?, verified_by = 'CODE', code = null, code_expires_at = null
                where id = ?
                """, clock.instant(), id);
        record("notify.contact-verified", id, contact.channel());
        return mine(id);
    }

    /** Nothing is sent there any more. */
    @Transactional
    public void end(UUID id) {
        actor();
        ContactView contact = mine(id);
        sql.update("update notify_contact set ended_at = ? where id = ?", clock.instant(), id);
        record("notify.contact-ended", id, contact.channel());
    }

    private Actor actor() {
        Actor actor = current.get();
        if (actor.hasAny(Role.AUDITOR) && actor.roles().size() == 1) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        return actor;
    }

    private ContactView mine(UUID id) {
        return sql.first("""
                        select id, channel, address, created_at, verified_at, verified_by from notify_contact
                        where id = ? and person = ? and ended_at is null for update
                        """, ContactService::view, id, current.get().id()).orElseThrow(Refusal::notFound);
    }

    static boolean isTelephoneNumber(String address) {
        return TELEPHONE.matcher(address.strip()).matches();
    }

    private static void check(Channel channel, String address) {
        switch (channel) {
            case MAIL -> {
                if (!MAIL.matcher(address).matches()) {
                    throw Refusal.field("/address", "no-mail-address", address);
                }
            }
            case SMS, VOICE -> {
                if (!isTelephoneNumber(address)) {
                    throw Refusal.field("/address", "no-telephone-number", address);
                }
            }
            default ->
                throw Refusal.fields(List.of(new FieldError(
                        "/channel", "not-one-of", Map.of("value", channel, "allowed", "MAIL, SMS, VOICE"))));
        }
    }

    private void record(String action, UUID id, Channel channel) {
        journal.record(
                action,
                "PERSON",
                current.get().username(),
                Map.of("contact", id.toString(), "channel", channel.name()));
    }

    private static ContactView view(ResultSet row) throws SQLException {
        @Nullable String by = row.getString("verified_by");
        return new ContactView(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                Sql.requiredInstant(row, "created_at"),
                Sql.instant(row, "verified_at"),
                by == null ? null : ContactView.Proof.valueOf(by));
    }
}
