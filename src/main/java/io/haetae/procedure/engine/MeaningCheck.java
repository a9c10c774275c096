package io.haetae.procedure.engine;

import io.haetae.kernel.YamlPart;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks of a manual what a schema cannot say: names that must be known, and what each kind of step needs. */
final class MeaningCheck {

    /** What a kind may have besides what every step may have. */
    private static final Map<StepKind, Set<String>> OWN = Map.of(
            StepKind.ACTION, Set.of("result", "within", "from", "fields", "evidence"),
            StepKind.DECISION, Set.of("result", "within", "from", "fields", "evidence", "options"),
            StepKind.APPROVAL, Set.of("result", "within", "from", "approval"),
            StepKind.WAIT, Set.of("result", "record", "from", "until", "for"),
            StepKind.GUIDANCE, Set.of("result", "within", "from", "fields", "evidence", "every", "until"),
            StepKind.PARALLEL, Set.of("result", "record", "branches"));

    private static final Set<String> SPECIAL =
            Set.of("within", "from", "fields", "evidence", "options", "approval", "until", "for", "every", "branches");

    private static final Map<StepKind, List<String>> NEEDED = Map.of(
            StepKind.ACTION, List.of("role", "result", "record"),
            StepKind.DECISION, List.of("role", "record", "options"),
            StepKind.APPROVAL, List.of("role", "record", "approval"),
            StepKind.WAIT, List.of(),
            StepKind.GUIDANCE, List.of("role", "result", "record"),
            StepKind.PARALLEL, List.of("branches"));

    private final Manual manual;
    private final Map<String, SubjectFacts> subjects;
    private final Set<String> ids = new HashSet<>();

    MeaningCheck(Manual manual, Map<String, SubjectFacts> subjects) {
        this.manual = manual;
        this.subjects = subjects;
    }

    void check(YamlPart root) {
        unique(root.list("roles"), "role");
        YamlPart startsOn = root.at("startsOn");
        if (startsOn.has("subject")
                && !startsOn.text("subject").equals(manual.header().subject())) {
            startsOn.at("subject")
                    .problem("must be the subject of the manual, "
                            + manual.header().subject());
        }
        if (startsOn.has("when")) {
            readable(startsOn.at("when"));
        }
        steps(root);
    }

    private void steps(YamlPart owner) {
        List<YamlPart> parts = owner.list("steps");
        boolean fresh = true;
        for (YamlPart part : parts) {
            fresh &= uniqueStep(part);
        }
        parts.forEach(this::step);
        if (fresh) {
            new FlowCheck(manual, parts).check();
        }
    }

    private boolean uniqueStep(YamlPart part) {
        if (ids.add(part.text("id"))) {
            return true;
        }
        part.at("id").problem("there is another step '" + part.text("id") + "'");
        return false;
    }

    private void step(YamlPart part) {
        StepKind kind = StepKind.valueOf(part.text("kind"));
        Set<String> own = OWN.getOrDefault(kind, Set.of());
        SPECIAL.stream()
                .filter(field -> part.has(field) && !own.contains(field))
                .sorted()
                .forEach(field -> part.at(field).problem("a step of kind " + kind + " has no '" + field + "'"));
        NEEDED.getOrDefault(kind, List.of()).stream()
                .filter(field -> !part.has(field))
                .forEach(field -> part.problem("a step of kind " + kind + " needs '" + field + "'"));
        if (part.has("role") && manual.role(part.text("role")).isEmpty()) {
            part.at("role").problem("there is no role '" + part.text("role") + "'");
        }
        if (part.has("until")) {
            readable(part.at("until"));
        }
        timing(part, kind);
        approval(part);
        unique(part.list("options"), "option");
        unique(part.list("branches"), "branch");
        part.list("branches").forEach(this::steps);
        fields(part);
    }

    private static void timing(YamlPart part, StepKind kind) {
        if (kind == StepKind.WAIT && part.has("until") == part.has("for")) {
            part.problem("a step of kind WAIT needs either 'until' or 'for'");
        }
        if (part.has("every") != part.has("until") && kind == StepKind.GUIDANCE) {
            part.problem("'every' and 'until' of a GUIDANCE belong together");
        }
        if (part.has("from") && !part.has("within") && !part.has("for")) {
            part.at("from").problem("nothing counts from it: there is no 'within'");
        }
    }

    private static void approval(YamlPart part) {
        YamlPart approval = part.at("approval");
        if (part.has("approval") && approval.integer("needed") > approval.integer("of")) {
            approval.at("needed").problem("more are needed than are asked");
        }
        if (approval.has("expired") && !part.has("within")) {
            approval.at("expired").problem("it never expires: there is no 'within'");
        }
    }

    private void fields(YamlPart step) {
        Set<String> names = new HashSet<>();
        List<YamlPart> fields = step.list("fields");
        long asking = fields.stream()
                .filter(field -> field.text("type").equals(Field.Type.SYSTEM.name()))
                .count();
        for (YamlPart field : fields) {
            ofParts(field, asking);
            if (!names.add(field.text("name"))) {
                field.at("name").problem("there is another field '" + field.text("name") + "'");
            }
            if (field.has("options") != field.text("type").equals("CHOICE")) {
                field.problem("a CHOICE, and nothing else, needs 'options'");
            }
            unique(field.list("options"), "option");
            SubjectFacts facts = subjects.get(manual.header().subject());
            if (field.has("fact") && facts != null && !facts.writable().contains(field.text("fact"))) {
                field.at("fact")
                        .problem("no fact '" + field.text("fact") + "' of "
                                + manual.header().subject() + " can be written; those that can: "
                                + facts.writable().stream().sorted().toList());
            }
        }
    }

    /** What each part of the subject has of its own is never written into all of them: the step asks which. */
    private void ofParts(YamlPart field, long asking) {
        SubjectFacts facts = subjects.get(manual.header().subject());
        if (asking == 0 && facts != null && field.has("fact") && facts.ofParts().contains(field.text("fact"))) {
            field.at("fact").problem("a step that writes '" + field.text("fact") + "' needs a field of type SYSTEM");
        }
        if (field.text("type").equals(Field.Type.SYSTEM.name()) && (asking > 1 || field.has("fact"))) {
            field.problem("a field of type SYSTEM stands once in a step and writes no fact of its own");
        }
    }

    private void readable(YamlPart condition) {
        SubjectFacts facts = subjects.get(manual.header().subject());
        if (facts != null && !facts.readable().contains(condition.text("fact"))) {
            condition
                    .at("fact")
                    .problem("there is no fact '" + condition.text("fact") + "' of "
                            + manual.header().subject() + "; there are: "
                            + facts.readable().stream().sorted().toList());
        }
    }

    private static void unique(List<YamlPart> parts, String what) {
        Set<String> seen = new HashSet<>();
        for (YamlPart part : parts) {
            if (!seen.add(part.text("id"))) {
                part.at("id").problem("there is another " + what + " '" + part.text("id") + "'");
            }
        }
    }
}
