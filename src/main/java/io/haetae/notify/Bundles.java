package io.haetae.notify;

import io.haetae.kernel.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What goes out as one: text messages, or calls, that are due for the same number at the same time, and events for the same
 * endpoint that say the same at the same level, as the summaries of a storm do. Each keeps its row, so that an answer counts for it.
 */
final class Bundles {

    private Bundles() {}

    /** What is sent, each with the messages that it stands for, itself among them. */
    static Map<Outgoing, List<Outgoing>> of(List<Outgoing> taken) {
        Map<String, List<Outgoing>> together = new LinkedHashMap<>();
        for (Outgoing each : taken) {
            together.computeIfAbsent(key(each), any -> new ArrayList<>()).add(each);
        }
        Map<Outgoing, List<Outgoing>> bundles = new LinkedHashMap<>();
        together.values().forEach(all -> bundles.put(all.size() == 1 ? all.get(0) : bundled(all), List.copyOf(all)));
        return bundles;
    }

    private static String key(Outgoing each) {
        boolean code = each.subjectKind().equals(ContactCodes.SUBJECT);
        return switch (each.channel()) {
            case SMS, VOICE -> code ? each.id().toString() : each.address();
            case WEBHOOK ->
                each.address() + "\n" + each.exercise() + "\n" + each.level() + "\n"
                        + each.title().ko() + "\n" + each.body().ko();
            case IN_APP, MAIL, RELAY -> each.id().toString();
        };
    }

    private static Outgoing bundled(List<Outgoing> all) {
        Outgoing first = all.get(0).standingFor(all);
        return first.channel() == Channel.WEBHOOK
                ? first
                : first.saying(new LocalizedText(
                        all.stream().map(each -> each.said().ko()).distinct().collect(Collectors.joining("\n")),
                        all.stream().map(each -> each.said().en()).distinct().collect(Collectors.joining("\n"))));
    }
}
