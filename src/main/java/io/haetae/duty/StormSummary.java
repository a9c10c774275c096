package io.haetae.duty;

import io.haetae.duty.CallList.Place;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.notify.Channel;
import io.haetae.notify.NewDelivery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When many call-outs start at once, one summary for each roster instead of one message for each call-out: nobody reads
 * hundreds at night. A mail stands for all of them. Over the other ways every message is kept, because an answer counts for
 * what it answers; they say the same, and go out as one. The list on the pages still has every call-out by itself.
 */
final class StormSummary {

    private static final int NAMED = 20;

    /** Ways on which messages that say the same go out as one and an answer counts for each. */
    private static final Set<Channel> KEPT = EnumSet.of(Channel.SMS, Channel.VOICE, Channel.WEBHOOK);

    private final Texts texts;
    private final Function<Place, LocalizedText> names;
    private final String callBack;
    private final int from;

    /**
     * Folds from so many on.
     *
     * @param names of rosters as people read them
     * @param callBack number to be called back, for telephones
     * @param from how many messages to one address at once become one
     */
    StormSummary(Texts texts, Function<Place, LocalizedText> names, String callBack, int from) {
        this.texts = texts;
        this.names = names;
        this.callBack = callBack;
        this.from = from;
    }

    private record Address(Channel channel, String address, boolean exercise) {}

    /** The messages, with those to one address that are too many summed up. */
    List<NewDelivery> fold(List<Written> messages) {
        Map<Address, List<Written>> together = new LinkedHashMap<>();
        List<NewDelivery> folded = new ArrayList<>();
        for (Written written : messages) {
            NewDelivery message = written.message();
            boolean summed = message.channel() == Channel.MAIL || KEPT.contains(message.channel());
            if (!summed || message.failure() != null) {
                folded.add(message);
            } else {
                Address to = new Address(message.channel(), message.address(), message.exercise());
                together.computeIfAbsent(to, none -> new ArrayList<>()).add(written);
            }
        }
        together.forEach((to, some) -> {
            if (some.size() < from) {
                some.forEach(written -> folded.add(written.message()));
            } else {
                byRoster(some).forEach(one -> folded.addAll(summed(to.channel(), one)));
            }
        });
        return folded;
    }

    private static List<List<Written>> byRoster(List<Written> some) {
        Map<String, List<Written>> rosters = new LinkedHashMap<>();
        some.forEach(written -> rosters.computeIfAbsent(String.valueOf(written.roster()), none -> new ArrayList<>())
                .add(written));
        return List.copyOf(rosters.values());
    }

    private List<NewDelivery> summed(Channel channel, List<Written> together) {
        if (together.size() == 1) {
            return List.of(together.get(0).message());
        }
        Summary summary = summary(channel, together);
        if (KEPT.contains(channel)) {
            return together.stream()
                    .map(written -> written.message().withText(summary.title(), summary.body()))
                    .toList();
        }
        return List.of(one(together.stream().map(Written::message).toList(), summary));
    }

    private record Summary(LocalizedText title, LocalizedText body) {}

    private Summary summary(Channel channel, List<Written> together) {
        TreeSet<String> subjects = together.stream()
                .map(written -> written.message().subjectId())
                .collect(Collectors.toCollection(TreeSet::new));
        int worst = together.stream().mapToInt(Written::failureGrade).min().orElse(0);
        if (channel == Channel.SMS || channel == Channel.VOICE) {
            LocalizedText said = texts.both(
                    "duty.storm.telephone", Map.of("count", subjects.size(), "grade", worst, "callBack", callBack));
            return new Summary(said, said);
        }
        int most = channel == Channel.WEBHOOK ? subjects.size() : NAMED;
        String named = subjects.stream().limit(most).collect(Collectors.joining(", "));
        Map<String, Object> facts = Map.of(
                "count", subjects.size(), "grade", worst, "numbers", subjects.size() > most ? named + " …" : named);
        LocalizedText body = texts.both("duty.storm.body", facts);
        return new Summary(
                texts.both("duty.storm.title", facts), because(together.get(0).roster(), body));
    }

    /** Because of which roster, so that somebody who stands on two knows for whom he is asked. */
    private LocalizedText because(@Nullable Place roster, LocalizedText body) {
        if (roster == null) {
            return body;
        }
        LocalizedText name = names.apply(roster);
        return new LocalizedText(name.ko() + ": " + body.ko(), name.en() + ": " + body.en());
    }

    /** Stands with the first of them; its key is made of theirs, so that a second try makes no second message. */
    private static NewDelivery one(List<NewDelivery> together, Summary summary) {
        NewDelivery first = together.get(0);
        String keys =
                together.stream().map(NewDelivery::idempotencyKey).sorted().collect(Collectors.joining(" "));
        return new NewDelivery(
                first.subjectKind(),
                first.subjectId(),
                first.scope(),
                first.person(),
                first.to(),
                first.channel(),
                first.address(),
                together.stream().mapToInt(NewDelivery::level).max().orElse(first.level()),
                summary.title(),
                summary.body(),
                "duty:storm:" + UUID.nameUUIDFromBytes(keys.getBytes(StandardCharsets.UTF_8)),
                first.exercise(),
                null);
    }
}
