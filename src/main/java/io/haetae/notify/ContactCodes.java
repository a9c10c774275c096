package io.haetae.notify;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sealing;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Codes that prove a contact address. The code stands sealed beside the address and nowhere else: the message in the
 * outbox, which its reader sees in this service too, has a gap that is filled in when it is sent.
 */
@ApplicationScoped
class ContactCodes {

    static final String SUBJECT = "CONTACT";

    private static final String GAP = "******";
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration PACE = Duration.ofMinutes(1);
    private static final int TRIES = 5;

    private final Sql sql;
    private final Outbox outbox;
    private final Sealing sealing;
    private final Texts texts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ContactCodes(Sql sql, Outbox outbox, Sealing sealing, Texts texts, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.sealing = sealing;
        this.texts = texts;
        this.clock = clock;
    }

    private record Kept(byte @Nullable [] code, @Nullable Instant expiresAt, int tries) {}

    void send(UUID contact, Actor actor, Channel channel, String address) {
        Instant now = clock.instant();
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        sql.update(
                "update notify_contact set code = ?, code_expires_at = ?, code_tries = 0 where id = ?",
                sealing.seal(code, owner(contact)),
                now.plus(LIFE),
                contact);
        outbox.enqueue(List.of(new NewDelivery(
                SUBJECT,
                contact.toString(),
                Set.of(),
                actor.id(),
                actor.name(),
                channel,
                address,
                0,
                texts.both("notify.contact.code.title", Map.of()),
                texts.both("notify.contact.code.body", Map.of("minutes", LIFE.toMinutes())),
                "contact:" + contact + ":" + Ids.at(now),
                false,
                null)));
    }

    /** Refuses a second code within a minute: each may cost money, and a finger slips. */
    void checkPace(UUID contact) {
        Instant expires = kept(contact).expiresAt();
        if (expires != null && clock.instant().isBefore(expires.minus(LIFE).plus(PACE))) {
            throw new Refusal(NotifyError.CODE_JUST_SENT);
        }
    }

    /** Refuses a code that is wrong, too old or was guessed at too often. */
    void check(UUID contact, String entered) {
        Kept kept = kept(contact);
        byte[] sealed = kept.code();
        Instant expires = kept.expiresAt();
        if (sealed == null || expires == null || !clock.instant().isBefore(expires) || kept.tries() >= TRIES) {
            throw new Refusal(NotifyError.CODE_VOID);
        }
        byte[] right = sealing.open(sealed, owner(contact)).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(right, entered.getBytes(StandardCharsets.US_ASCII))) {
            sql.update("update notify_contact set code_tries = code_tries + 1 where id = ?", contact);
            throw Refusal.field("/code", "wrong-code", TRIES - kept.tries() - 1);
        }
    }

    /** The text with the code in its gap, for the channel only. */
    String filled(String text, UUID contact, byte[] code) {
        return text.replace(GAP, sealing.open(code, owner(contact)));
    }

    private Kept kept(UUID contact) {
        return sql.first(
                        "select code, code_expires_at, code_tries from notify_contact where id = ?",
                        row -> new Kept(
                                row.getBytes("code"), Sql.instant(row, "code_expires_at"), row.getInt("code_tries")),
                        contact)
                .orElseThrow(Refusal::notFound);
    }

    private static String owner(UUID contact) {
        return "notify_contact/" + contact;
    }
}
