package io.haetae.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.haetae.register.PublicService;
import io.haetae.register.SystemTraits.Audience;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NumberedSystemsTest {

    private final List<DemoSystem> systems =
            new DemoFiles(new ObjectMapper().registerModule(new JavaTimeModule())).systems();

    private Map<Integer, Long> counts(ToIntFunction<DemoSystem> grade) {
        return systems.stream().collect(Collectors.groupingBy(grade::applyAsInt, Collectors.counting()));
    }

    @Test
    void the_corrected_list_has_709_systems_by_the_published_grades() {
        assertThat(systems).hasSize(709);
        assertThat(counts(DemoSystem::grade)).isEqualTo(Map.of(1, 40L, 2, 68L, 3, 261L, 4, 340L));
    }

    @Test
    void the_list_before_had_647_by_the_grades_published_then() {
        assertThat(counts(DemoSystem::gradeBefore)).isEqualTo(Map.of(0, 62L, 1, 38L, 2, 86L, 3, 294L, 4, 229L));
    }

    @Test
    void ninety_six_stood_in_the_room_that_burned() {
        assertThat(systems)
                .filteredOn(system -> "5F-7-1".equals(system.system().room()))
                .hasSize(96);
    }

    @Test
    void the_ministry_of_culture_had_64_by_use_and_that_of_science_six_of_grade_1() {
        Map<Audience, Long> culture = systems.stream()
                .filter(system -> system.system().owner().equals("MCST"))
                .collect(Collectors.groupingBy(system -> system.system().audience(), Collectors.counting()));
        assertThat(culture).isEqualTo(Map.of(Audience.CITIZEN, 47L, Audience.SHARED, 6L, Audience.INTERNAL, 11L));
        assertThat(systems)
                .filteredOn(system -> system.grade() == 1)
                .filteredOn(system ->
                        List.of("MSIT", "KPOST").contains(system.system().owner()))
                .hasSize(6);
    }

    @Test
    void every_named_system_of_grade_1_tells_the_public_what_to_use_instead() {
        assertThat(systems)
                .filteredOn(system -> system.grade() == 1 && !system.code().startsWith("DEMO-"))
                .hasSize(20)
                .allSatisfy(system -> {
                    assertThat(system.system().publicText()).isNotNull();
                    assertThat(system.system().services())
                            .isNotEmpty()
                            .extracting(PublicService::substitutes)
                            .allSatisfy(substitutes -> assertThat(substitutes).isNotEmpty());
                });
    }
}
