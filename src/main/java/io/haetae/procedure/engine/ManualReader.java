package io.haetae.procedure.engine;

import io.haetae.deadline.Length;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.YamlFile;
import io.haetae.kernel.YamlPart;
import io.haetae.kernel.YamlRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a manual: text, then schema, then meaning. Whatever is wrong is said with its place. */
public final class ManualReader {

    private final Map<String, Span> deadlines = new LinkedHashMap<>();

    private ManualReader() {}

    /**
     * Reads one file; refuses it with every problem found.
     *
     * @param subjects facts of the kinds of subjects that this installation knows
     */
    public static Manual read(String file, String yaml, String schema, Map<String, SubjectFacts> subjects) {
        YamlFile source = YamlFile.parse(file, yaml);
        source.checkSchema(schema);
        Manual manual = new ManualReader().manual(source.root(), YamlFile.sha256(yaml));
        new MeaningCheck(manual, subjects).check(source.root());
        source.refuseIfBroken();
        return manual;
    }

    /** Reads what was accepted before: a stored version stays usable even when the checks have become stricter. */
    public static Manual accepted(String file, String yaml) {
        YamlFile source = YamlFile.parse(file, yaml);
        Manual manual;
        try {
            manual = new ManualReader().manual(source.root(), YamlFile.sha256(yaml));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new YamlRefused(file, "this release cannot read it: " + e.getMessage());
        }
        source.refuseIfBroken();
        return manual;
    }

    private Manual manual(YamlPart root, String sha256) {
        root.fields("deadlines").forEach((name, length) -> deadlines.put(name, span(length)));
        Manual.Header header = new Manual.Header(
                root.text("manual"),
                root.text("version"),
                sha256,
                root.text("status").equals("DRAFT"),
                root.localized("title"),
                root.localized("purpose"),
                texts(root, "basis"),
                root.text("subject"),
                root.at("startsOn").list("failureGrades").stream()
                        .map(grade -> grade.node().asInt())
                        .collect(Collectors.toSet()),
                condition(root.at("startsOn"), "when"));
        List<ManualRole> roles = root.list("roles").stream()
                .map(role -> new ManualRole(role.text("id"), role.localized("name"), held(role)))
                .toList();
        return new Manual(header, roles, steps(root));
    }

    private static Set<Role> held(YamlPart role) {
        Set<Role> held = new LinkedHashSet<>();
        role.list("held").forEach(name -> held.add(Role.valueOf(name.text())));
        return held;
    }

    private List<Step> steps(YamlPart owner) {
        return owner.list("steps").stream().map(this::step).toList();
    }

    private Step step(YamlPart part) {
        return new Step(
                part.text("id"),
                StepKind.valueOf(part.text("kind")),
                part.localized("title"),
                part.localized("text"),
                optional(part, "result"),
                optional(part, "record"),
                texts(part, "basis"),
                word(part, "role"),
                optionalSpan(part, "within"),
                part.has("from") ? Step.From.valueOf(part.text("from")) : Step.From.STEP,
                part.list("fields").stream().map(ManualReader::field).toList(),
                part.at("evidence").node().asBoolean(),
                word(part, "next"),
                part.list("options").stream()
                        .map(option ->
                                new Step.Option(option.text("id"), option.localized("label"), word(option, "next")))
                        .toList(),
                approval(part),
                condition(part, "until"),
                optionalSpan(part, "for"),
                optionalSpan(part, "every"),
                part.list("branches").stream()
                        .map(branch -> new Step.Branch(branch.text("id"), branch.localized("title"), steps(branch)))
                        .toList());
    }

    private static Field field(YamlPart part) {
        return new Field(
                part.text("name"),
                Field.Type.valueOf(part.text("type")),
                part.localized("label"),
                optional(part, "hint"),
                part.at("required").node().asBoolean(),
                word(part, "fact"),
                part.list("options").stream()
                        .map(option -> new Field.Choice(option.text("id"), option.localized("label")))
                        .toList());
    }

    private static Step.@Nullable Approval approval(YamlPart step) {
        if (!step.has("approval")) {
            return null;
        }
        YamlPart part = step.at("approval");
        return new Step.Approval(
                part.integer("of"),
                part.integer("needed"),
                part.text("rejected"),
                word(part, "expired"),
                part.at("delegable").node().asBoolean());
    }

    private static @Nullable Condition condition(YamlPart owner, String field) {
        if (!owner.has(field)) {
            return null;
        }
        YamlPart part = owner.at(field);
        return new Condition(
                part.text("fact"), part.list("in").stream().map(YamlPart::text).toList());
    }

    private @Nullable Span optionalSpan(YamlPart owner, String field) {
        return owner.has(field) ? span(owner.at(field)) : null;
    }

    private Span span(YamlPart part) {
        if (part.node().isObject()) {
            Map<Integer, Length> byGrade = new LinkedHashMap<>();
            part.node().fieldNames().forEachRemaining(grade -> length(part.at(grade))
                    .ifPresent(length -> byGrade.put(Integer.parseInt(grade), length)));
            return new Span(byGrade);
        }
        Span named = deadlines.get(part.text());
        return named != null ? named : length(part).map(Span::of).orElse(new Span(Map.of()));
    }

    private Optional<Length> length(YamlPart part) {
        Optional<Length> length = Span.parse(part.text());
        if (length.isEmpty()) {
            part.problem(
                    "'" + part.text() + "' is neither a length such as PT30M, P3D, P5WD or P1M nor one of 'deadlines': "
                            + deadlines.keySet());
        }
        return length;
    }

    private static List<String> texts(YamlPart owner, String field) {
        List<String> texts = new ArrayList<>();
        owner.list(field).forEach(item -> texts.add(item.text()));
        return texts;
    }

    private static @Nullable LocalizedText optional(YamlPart owner, String field) {
        return owner.has(field) ? owner.localized(field) : null;
    }

    private static @Nullable String word(YamlPart owner, String field) {
        return owner.has(field) ? owner.text(field) : null;
    }
}
