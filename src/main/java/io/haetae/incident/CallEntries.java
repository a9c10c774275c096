package io.haetae.incident;

import io.haetae.duty.Escalation;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Call-outs as the one timeline of an incident tells them: which level, when, and who was called. */
final class CallEntries {

    private static final int NAMED = 8;

    private CallEntries() {}

    /** An entry for every level that was carried out. */
    static List<TimelineEntry> of(List<Escalation> chains, Texts texts) {
        return chains.stream()
                .flatMap(chain -> chain.steps().stream())
                .flatMap(step -> entry(step, texts))
                .toList();
    }

    private static Stream<TimelineEntry> entry(Escalation.Step step, Texts texts) {
        var at = step.doneAt();
        boolean told = step.state() == Escalation.StepState.TOLD;
        if (at == null || !told && step.state() != Escalation.StepState.UNREACHED) {
            return Stream.empty();
        }
        String kind = told ? "CALLED" : "CALLED_NOBODY";
        LocalizedText text =
                new LocalizedText(words(step, kind, texts, Locale.KOREAN), words(step, kind, texts, Locale.ENGLISH));
        return Stream.of(new TimelineEntry(at, at, kind, text, "", null));
    }

    private static String words(Escalation.Step step, String kind, Texts texts, Locale locale) {
        List<String> names = step.told().stream()
                .map(Escalation.Told::name)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        String functions = step.callees().stream()
                .map(callee -> texts.text(locale, "duty.function." + callee.function()))
                .distinct()
                .collect(Collectors.joining(", "));
        return texts.text(
                locale,
                "timeline." + kind,
                Map.of(
                        "level",
                        step.level(),
                        "functions",
                        functions,
                        "names",
                        names.size() > NAMED ? named + " …" : named,
                        "n",
                        names.size()));
    }
}
