package io.haetae.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.duty.CallList.Place;
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

    private static final Place NIRS = new Place("DUTY", "NIRS");
    private static final Place MOIS = new Place("SYSTEM_MANAGER", "MOIS");

    private final StormSummary storm = new StormSummary(
            new Texts(), place -> new LocalizedText(place.institution(), place.institution()), "02-1234", 10);

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

    private static List<Written> storm(int incidents, @Nullable UUID person, Channel channel) {
        List<Written> messages = new ArrayList<>();
        for (int n = 1; n <= incidents; n++) {
            messages.add(new Written(message(n, person, channel, false), person == null ? null : NIRS, 1 + n % 4));
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
                .startsWith("NIRS: 709 call-outs")
                .contains("INC-2026-000020 …")
                .doesNotContain("INC-2026-000021");
    }

    @Test
    void the_page_is_told_each_and_so_is_the_relay() {
        assertThat(storm.fold(storm(50, DUTY, Channel.IN_APP))).hasSize(50);
        assertThat(storm.fold(storm(50, null, Channel.RELAY)))
                .extracting(message -> message.body().en())
                .doesNotHaveDuplicates();
    }

    @Test
    void over_telephones_each_message_is_kept_for_its_answer_and_all_say_the_same() {
        List<NewDelivery> folded = storm.fold(storm(50, DUTY, Channel.SMS));

        assertThat(folded).hasSize(50).extracting(NewDelivery::subjectId).doesNotHaveDuplicates();
        assertThat(folded)
                .extracting(message -> message.body().en())
                .containsOnly(
                        "[Haetae] 50 incidents at once, worst failure grade 1. Call back 02-1234. Send or press 1 if you have them.");
        assertThat(storm.fold(storm(9, DUTY, Channel.VOICE)))
                .extracting(message -> message.body().en())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_machine_is_told_every_number_in_one_summary() {
        List<NewDelivery> folded = storm.fold(storm(50, null, Channel.WEBHOOK));

        assertThat(folded).hasSize(50);
        assertThat(folded.stream().map(NewDelivery::body).distinct())
                .singleElement()
                .satisfies(body ->
                        assertThat(body.en()).contains("INC-2026-000001").contains("INC-2026-000050"));
    }

    @Test
    void somebody_on_two_rosters_gets_one_summary_for_each() {
        List<Written> messages = new ArrayList<>(storm(30, DUTY, Channel.MAIL));
        for (int n = 31; n <= 35; n++) {
            messages.add(new Written(message(n, DUTY, Channel.MAIL, false), MOIS, 2));
        }

        List<NewDelivery> folded = storm.fold(messages);

        assertThat(folded)
                .extracting(message -> message.body().en())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("NIRS: 30 call-outs").contains("worst failure grade 1"),
                        other -> assertThat(other)
                                .startsWith("MOIS: 5 call-outs")
                                .contains("worst failure grade 2"));
    }

    @Test
    void each_person_and_way_is_counted_apart_and_so_is_an_exercise() {
        List<Written> messages = new ArrayList<>(storm(9, DUTY, Channel.MAIL));
        messages.addAll(storm(9, DUTY, Channel.SMS));
        messages.addAll(storm(9, CHIEF, Channel.MAIL));
        messages.add(new Written(message(10, DUTY, Channel.MAIL, true), NIRS, 1));

        assertThat(storm.fold(messages)).hasSize(28);
    }

    @Test
    void a_second_try_of_the_same_round_has_the_same_key() {
        List<Written> messages = storm(12, DUTY, Channel.MAIL);
        List<Written> turned = new ArrayList<>(messages);
        Collections.reverse(turned);

        assertThat(storm.fold(turned).get(0).idempotencyKey())
                .isEqualTo(storm.fold(messages).get(0).idempotencyKey());
    }
}
