package io.haetae.guidance;

import io.haetae.continuity.ActivationView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Drafts the words of a notice from a plan at work: what the plan says, what to use instead, how deadlines move. */
@ApplicationScoped
class NoticeDraft {

    private static final int LONGEST = 4_000;

    private final Texts texts;

    NoticeDraft(Texts texts) {
        this.texts = texts;
    }

    LocalizedText title(ActivationView activation) {
        return new LocalizedText(
                texts.text(
                        Locale.KOREAN,
                        "guidance.draft.title",
                        Map.of("name", activation.name().ko())),
                texts.text(
                        Locale.ENGLISH,
                        "guidance.draft.title",
                        Map.of("name", activation.name().en())));
    }

    LocalizedText body(ActivationView activation) {
        return new LocalizedText(body(activation, Locale.KOREAN), body(activation, Locale.ENGLISH));
    }

    private String body(ActivationView activation, Locale locale) {
        List<String> lines = new ArrayList<>();
        if (activation.guidance() != null) {
            lines.add(activation.guidance().in(locale));
        }
        for (ActivationView.Service service : activation.services()) {
            lines.add(texts.text(
                    locale,
                    "guidance.draft.service",
                    Map.of("name", service.name().in(locale))));
            String instead = instead(service, locale);
            if (!instead.isEmpty()) {
                lines.add(texts.text(locale, "guidance.draft.instead", Map.of("instead", instead)));
            }
            lines.add(texts.text(
                    locale,
                    "guidance.draft.deadline",
                    Map.of("says", service.says().in(locale), "source", service.source())));
        }
        if (lines.isEmpty()) {
            lines.add(title(activation).in(locale));
        }
        String body = String.join("\n", lines);
        return body.length() <= LONGEST ? body : body.substring(0, LONGEST);
    }

    /** Nobody is sent to what rests on something that is down. */
    private static String instead(ActivationView.Service service, Locale locale) {
        return service.substitutes().stream()
                .filter(substitute -> substitute.warnings().isEmpty())
                .map(substitute -> (substitute.name().in(locale) + " "
                                + Objects.requireNonNullElse(substitute.contact(), "") + " "
                                + Objects.requireNonNullElse(substitute.hours(), ""))
                        .strip()
                        .replaceAll(" +", " "))
                .collect(Collectors.joining(", "));
    }
}
