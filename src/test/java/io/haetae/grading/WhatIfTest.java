package io.haetae.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.grading.WhatIf.Lean;
import io.haetae.grading.WhatIf.Subject;
import io.haetae.kernel.LocalizedText;
import io.haetae.rule.BulkGrader;
import io.haetae.rule.engine.FactsRefused;
import io.haetae.rule.engine.GradingRules;
import io.haetae.rule.engine.Leaning;
import io.haetae.rule.engine.RuleSetReader;
import io.haetae.testing.GeneratedRegister;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going over the whole register at once says what grading each system by itself would say. */
class WhatIfTest {

    private static final Path FOLDER = Path.of("grading-rules");

    private static GradingRules rules(String file) {
        try {
            String schema = Files.readString(FOLDER.resolve("system-grade/schema.json"));
            return (GradingRules) RuleSetReader.read(file, Files.readString(FOLDER.resolve(file)), schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OptionalInt grade(GradingRules rules, Map<String, Object> facts) {
        try {
            return OptionalInt.of(rules.gradeOf(facts));
        } catch (FactsRefused refused) {
            return OptionalInt.empty();
        }
    }

    private static WhatIf over(GradingRules rules, List<Subject> subjects, List<Lean> leans) {
        List<BulkGrader.Floor> floors = rules.scheme().leanings().stream()
                .map(floor -> new BulkGrader.Floor(floor.types(), floor.depth()))
                .toList();
        return new WhatIf(subjects, leans, facts -> grade(rules, facts), floors);
    }

    /** Subjects of a generated register; every seventh has no facts. */
    private static List<Subject> subjects(GeneratedRegister register) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < register.systems().size(); i++) {
            GeneratedRegister.Entry entry = register.systems().get(i);
            Map<String, Object> facts = new HashMap<>();
            facts.put("audience", entry.audience());
            facts.put("major", entry.major());
            if (i % 7 != 0) {
                facts.put("businessImpact", entry.impact());
                facts.put("annualUsers", entry.users());
                facts.put("affectedSystems", entry.affected());
            }
            Integer grade = i % 11 == 0 ? null : Integer.valueOf(entry.grade());
            subjects.add(new Subject(new UUID(0, i), grade, facts));
        }
        return subjects;
    }

    private static List<Lean> leans(GeneratedRegister register) {
        return register.dependencies().stream()
                .map(edge -> new Lean(new UUID(0, edge.system()), new UUID(0, edge.on()), edge.type()))
                .toList();
    }

    /** One system by itself: every way outwards is walked, however long, and the rules are asked with words. */
    private static int alone(GradingRules rules, List<Subject> subjects, List<Lean> leans, int index) {
        Subject subject = subjects.get(index);
        List<Leaning> leanings = new ArrayList<>();
        walk(rules, subjects, leans, subject.id(), List.of(), leanings);
        if (grade(rules, subject.facts()).isPresent()) {
            return rules.scheme()
                    .with(rules.judge(subject.facts(), false), leanings)
                    .grade();
        }
        int own = subject.grade() == null ? 0 : subject.grade();
        return rules.scheme().leanings().stream()
                .flatMap(floor -> floor.over(leanings).stream())
                .mapToInt(floor -> floor.grade())
                .reduce(own, Math::min);
    }

    private static void walk(
            GradingRules rules,
            List<Subject> subjects,
            List<Lean> leans,
            UUID from,
            List<Leaning.Hop> hops,
            List<Leaning> found) {
        if (hops.size() == 3) {
            return;
        }
        for (Lean lean : leans) {
            if (lean.on().equals(from)) {
                Subject subject = subjects.get((int) lean.system().getLeastSignificantBits());
                List<Leaning.Hop> longer = new ArrayList<>(hops);
                longer.add(new Leaning.Hop(
                        "S" + subject.id().getLeastSignificantBits(), new LocalizedText("가", "a"), lean.type()));
                int own = grade(rules, subject.facts()).orElse(subject.grade() == null ? 0 : subject.grade());
                if (own > 0) {
                    found.add(new Leaning(own, longer));
                }
                walk(rules, subjects, leans, subject.id(), longer, found);
            }
        }
    }

    @Property(tries = 60)
    void it_equals_a_row_by_row_evaluation_by_points_with_a_floor(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(min = 2, max = 30) int systems) {
        equalsRowByRow(rules("system-grade/mois-2024/2.yaml"), seed, systems);
    }

    @Property(tries = 60)
    void it_equals_a_row_by_row_evaluation_by_a_table_with_two_floors(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(min = 2, max = 30) int systems) {
        equalsRowByRow(rules("system-grade/dr-2026/1.yaml"), seed, systems);
    }

    private static void equalsRowByRow(GradingRules rules, long seed, int systems) {
        GeneratedRegister register =
                GeneratedRegister.of(systems, Math.min(systems * 2, systems * (systems - 1)), seed);
        List<Subject> subjects = subjects(register);
        List<Lean> leans = leans(register);
        WhatIf whatIf = over(rules, subjects, leans);

        for (int i = 0; i < systems; i++) {
            assertThat(whatIf.after(i)).as("system %d of seed %d", i, seed).isEqualTo(alone(rules, subjects, leans, i));
        }
    }

    @Test
    void without_a_change_nothing_moves() {
        GeneratedRegister register = GeneratedRegister.of(500, 1500, 7);
        WhatIf whatIf = over(rules("system-grade/mois-2024/1.yaml"), subjects(register), leans(register));

        for (int i = 0; i < whatIf.size(); i++) {
            if (whatIf.before(i) > 0) {
                assertThat(whatIf.after(i)).isEqualTo(whatIf.before(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"system-grade/mois-2024/2.yaml", "system-grade/dr-2026/1.yaml"})
    void the_way_shown_leads_to_what_raised_it(String file) {
        GeneratedRegister register = GeneratedRegister.of(300, 900, 3);
        GradingRules rules = rules(file);
        List<BulkGrader.Floor> floors = rules.scheme().leanings().stream()
                .map(floor -> new BulkGrader.Floor(floor.types(), floor.depth()))
                .toList();
        WhatIf whatIf = over(rules, subjects(register), leans(register));

        for (int i = 0; i < whatIf.size(); i++) {
            int system = i;
            if (whatIf.after(i) < whatIf.own(i)) {
                assertThat(floors.stream()
                                .flatMap(floor -> whatIf.cause(system, floor).stream())
                                .mapToInt(way -> whatIf.own(way.end()))
                                .min())
                        .hasValue(whatIf.after(i));
            }
        }
    }

    @Test
    void the_generated_register_is_as_large_as_the_governments_and_always_the_same() {
        GeneratedRegister register = GeneratedRegister.of(17_000, 60_000, 1);

        assertThat(register.systems()).hasSize(17_000);
        assertThat(register.dependencies()).hasSize(60_000).doesNotHaveDuplicates();
        assertThat(register.owners()).hasSizeGreaterThan(250);
        assertThat(register).isEqualTo(GeneratedRegister.of(17_000, 60_000, 1));
        assertThat(register.systems()).allMatch(entry -> entry.name().matches("[가-힣 ]+"));
    }
}
