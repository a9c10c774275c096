package io.haetae.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.notify.Channel;
import io.haetae.notify.NewDelivery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One summary instead of hundreds of messages, and nothing else changes. */
class StormSummaryTest {

    private static final UUID DUTY = new UUID(0, 1);
    private static final UUID CHIEF = new UUID(0, 2);

    private final StormSummary storm = new StormSummary(new Texts(), 10);

    private static NewDelivery message(int n, @Nullable UUID person, Channel channel, boolean exercise) {
        LocalizedText text = new LocalizedText("장애 " + n, "Incident " + n);
        return new NewDelivery(
                "INCIDENT",
                "INC-2026-%06d".formatted(n),
                Set.of("NIRS"),
                person,
                "당직",
                channel,
                person + "@" + channel,
                1,
                text,
                text,
                "duty:" + n + ":" + person + ":" + channel,
                exercise,
                null);
    }

    private static List<NewDelivery> storm(int incidents, @Nullable UUID person, Channel channel) {
        List<NewDelivery> messages = new ArrayList<>();
        for (int n = 1; n <= incidents; n++) {
            messages.add(message(n, person, channel, false));
        }
        return messages;
    }

    @Test
    void nine_messages_stay_nine_and_ten_become_one() {
        assertThat(storm.fold(storm(9, DUTY, Channel.MAIL))).hasSize(9);

        List<NewDelivery> folded = storm.fold(storm(10, DUTY, Channel.MAIL));

        assertThat(folded).hasSize(1);
        assertThat(folded.get(0).title().en()).isEqualTo("10 incidents at once");
        assertThat(folded.get(0).title().ko()).isEqualTo("장애 10건 동시 발생");
        assertThat(folded.get(0).subjectId()).isEqualTo("INC-2026-000001");
        assertThat(folded.get(0).body().en())
                .contains("INC-2026-000001, INC-2026-000002")
                .contains("INC-2026-000010");
    }

    @Test
    void seven_hundred_and_nine_name_the_first_twenty() {
        String body = storm.fold(storm(709, DUTY, Channel.MAIL)).get(0).body().en();

        assertThat(body)
                .startsWith("709 call-outs")
                .contains("INC-2026-000020 …")
                .doesNotContain("INC-2026-000021");
    }

    @Test
    void the_page_and_machines_are_told_each() {
        assertThat(storm.fold(storm(50, DUTY, Channel.IN_APP))).hasSize(50);
        assertThat(storm.fold(storm(50, null, Channel.WEBHOOK))).hasSize(50);
        assertThat(storm.fold(storm(50, DUTY, Channel.SMS)))
                .as("bundled where they are sent")
                .hasSize(50);
    }

    @Test
    void each_person_and_way_is_counted_apart_and_so_is_an_exercise() {
        List<NewDelivery> messages = new ArrayList<>(storm(9, DUTY, Channel.MAIL));
        messages.addAll(storm(9, DUTY, Channel.SMS));
        messages.addAll(storm(9, CHIEF, Channel.MAIL));
        messages.add(message(10, DUTY, Channel.MAIL, true));

        assertThat(storm.fold(messages)).hasSize(28);
    }

    @Test
    void a_second_try_of_the_same_round_has_the_same_key() {
        List<NewDelivery> messages = storm(12, DUTY, Channel.MAIL);
        List<NewDelivery> turned = new ArrayList<>(messages);
        Collections.reverse(turned);

        assertThat(storm.fold(turned).get(0).idempotencyKey())
                .isEqualTo(storm.fold(messages).get(0).idempotencyKey());
    }
}
