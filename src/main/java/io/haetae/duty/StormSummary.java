package io.haetae.duty;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.notify.Channel;
import io.haetae.notify.NewDelivery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * When many call-outs start at once, one mail per person instead of one for each: nobody reads hundreds at night. The list on
 * the pages still has every call-out by itself, machines are told each, and text messages and calls are bundled where they
 * are sent.
 */
final class StormSummary {

    private static final int NAMED = 20;

    private final Texts texts;
    private final int from;

    /**
     * Folds from so many on.
     *
     * @param from how many messages to one address at once become one
     */
    StormSummary(Texts texts, int from) {
        this.texts = texts;
        this.from = from;
    }

    private record Address(Channel channel, String address, boolean exercise) {}

    /** The messages, with those to one address that are too many folded into one. */
    List<NewDelivery> fold(List<NewDelivery> messages) {
        Map<Address, List<NewDelivery>> toPeople = new LinkedHashMap<>();
        List<NewDelivery> folded = new ArrayList<>();
        for (NewDelivery message : messages) {
            if (message.person() == null || message.channel() != Channel.MAIL || message.failure() != null) {
                folded.add(message);
            } else {
                toPeople.computeIfAbsent(
                                new Address(message.channel(), message.address(), message.exercise()),
                                none -> new ArrayList<>())
                        .add(message);
            }
        }
        for (List<NewDelivery> together : toPeople.values()) {
            if (together.size() < from) {
                folded.addAll(together);
            } else {
                folded.add(summary(together));
            }
        }
        return folded;
    }

    /** Stands with the first of them; its key is made of theirs, so that a second try makes no second message. */
    private NewDelivery summary(List<NewDelivery> together) {
        NewDelivery first = together.get(0);
        TreeSet<String> subjects =
                together.stream().map(NewDelivery::subjectId).collect(Collectors.toCollection(TreeSet::new));
        String named = subjects.stream().limit(NAMED).collect(Collectors.joining(", "));
        Map<String, Object> facts =
                Map.of("count", subjects.size(), "numbers", subjects.size() > NAMED ? named + " …" : named);
        LocalizedText title = texts.both("duty.storm.title", facts);
        LocalizedText body = texts.both("duty.storm.body", facts);
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
                title,
                body,
                "duty:storm:" + UUID.nameUUIDFromBytes(keys.getBytes(StandardCharsets.UTF_8)),
                first.exercise(),
                null);
    }
}
