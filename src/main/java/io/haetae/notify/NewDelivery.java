package io.haetae.notify;

import io.haetae.kernel.LocalizedText;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient over one channel.
 *
 * @param subjectKind what it is about, such as {@code INCIDENT}
 * @param subjectId which one, such as {@code INC-2026-000001}
 * @param scope scope keys of the subject: who may see this delivery
 * @param person who is to read it, null when the recipient has no account here
 * @param to the recipient as people read it
 * @param channel the way
 * @param address where on that way; an endpoint's id for {@code WEBHOOK} and {@code RELAY}
 * @param level level of the escalation, 0 outside of one
 * @param title in both languages; the exercise mark is put before it when {@code exercise}
 * @param body in both languages
 * @param idempotencyKey a second delivery with the same key is not stored
 * @param exercise 훈련: marked in the title everywhere
 * @param failure set when it is known beforehand that nobody can be reached: stored as failed, never sent
 */
public record NewDelivery(
        String subjectKind,
        String subjectId,
        Set<String> scope,
        @Nullable UUID person,
        String to,
        Channel channel,
        String address,
        int level,
        LocalizedText title,
        LocalizedText body,
        String idempotencyKey,
        boolean exercise,
        @Nullable Failure failure) {

    public NewDelivery {
        scope = Set.copyOf(scope);
    }

    /** The same with another text. */
    public NewDelivery withText(LocalizedText otherTitle, LocalizedText otherBody) {
        return new NewDelivery(
                subjectKind,
                subjectId,
                scope,
                person,
                to,
                channel,
                address,
                level,
                otherTitle,
                otherBody,
                idempotencyKey,
                exercise,
                failure);
    }
}
