package io.haetae.notify;

import io.haetae.kernel.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Several text messages, or calls, that are due for the same number at the same time go out as one. */
final class Bundles {

    private Bundles() {}

    /** What is sent, each with the messages that it stands for, itself among them. */
    static Map<Outgoing, List<Outgoing>> of(List<Outgoing> taken) {
        Map<String, List<Outgoing>> byNumber = new LinkedHashMap<>();
        for (Outgoing each : taken) {
            boolean telephone = each.channel() == Channel.SMS || each.channel() == Channel.VOICE;
            boolean code = each.subjectKind().equals(ContactCodes.SUBJECT);
            String key = telephone && !code ? each.address() : each.id().toString();
            byNumber.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
        }
        Map<Outgoing, List<Outgoing>> bundles = new LinkedHashMap<>();
        byNumber.values().forEach(all -> bundles.put(all.size() == 1 ? all.get(0) : bundled(all), List.copyOf(all)));
        return bundles;
    }

    private static Outgoing bundled(List<Outgoing> all) {
        return all.get(0)
                .saying(new LocalizedText(
                        all.stream().map(each -> each.said().ko()).distinct().collect(Collectors.joining("\n")),
                        all.stream().map(each -> each.said().en()).distinct().collect(Collectors.joining("\n"))));
    }
}
