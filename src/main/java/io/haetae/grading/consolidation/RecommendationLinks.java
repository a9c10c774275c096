package io.haetae.grading.consolidation;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.rule.Consolidation.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of the form for a recommendation to merge or abolish, filled in with what is known here: rooms compose their
 * pages by address.
 */
public final class RecommendationLinks {

    private static final String FORM = "/actions/new?";

    private final Texts texts;
    private final Locale language;

    RecommendationLinks(Texts texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    /** To decide which of the two on the form. */
    public String of(Candidate candidate) {
        return link(candidate, null, null);
    }

    /** To abolish it. */
    public String abolish(Candidate candidate) {
        return link(candidate, "ABOLISH", null);
    }

    /** To merge it into another. */
    public String merge(Candidate candidate, Partner into) {
        return link(candidate, "MERGE", into.system());
    }

    private String link(Candidate candidate, @Nullable String kind, @Nullable String into) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("basis", "MERGE_OR_ABOLISH");
        fields.put("institution", candidate.owner());
        fields.put("subject.kind", "SYSTEM");
        fields.put("subject.id", candidate.system());
        if (kind != null) {
            fields.put("wanted.kind", kind);
        }
        if (into != null) {
            fields.put("wanted.into", into);
        }
        fields.put(
                "title",
                texts.text(
                        language,
                        "consolidation.recommend.title",
                        Map.of("name", candidate.name().in(language))));
        fields.put("text", words(candidate));
        return FORM
                + fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private String words(Candidate candidate) {
        String reasons = candidate.low().stream()
                .map(Reason::why)
                .filter(Objects::nonNull)
                .map((LocalizedText why) -> "- " + why.in(language))
                .collect(Collectors.joining("\n"));
        Integer grade = candidate.systemGrade();
        return texts.text(
                language,
                "consolidation.recommend.text",
                Map.of(
                        "year",
                        String.valueOf(candidate.year()),
                        "grade",
                        grade == null ? "–" : grade.toString(),
                        "reasons",
                        reasons));
    }
}
