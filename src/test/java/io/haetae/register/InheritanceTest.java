package io.haetae.register;

import static io.haetae.register.SystemTraits.DependencyType.AUTHENTICATION;
import static io.haetae.register.SystemTraits.DependencyType.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InheritanceTest {

    @Test
    void the_parts_of_a_split_rest_on_what_it_rested_on_and_carry_what_it_carried() {
        assertThat(Inheritance.of(
                        List.of("POST"),
                        List.of("BANK", "MAIL"),
                        Map.of("POST", Set.of(data("NTOPS")), "SHOP", Set.of(data("POST"), data("OTHER")))))
                .containsOnlyKeys("POST", "BANK", "MAIL", "SHOP")
                .containsEntry("POST", List.of())
                .containsEntry("BANK", List.of(data("NTOPS")))
                .containsEntry("MAIL", List.of(data("NTOPS")))
                .hasEntrySatisfying("SHOP", rests -> assertThat(rests)
                        .containsExactlyInAnyOrder(data("BANK"), data("MAIL"), data("OTHER")));
    }

    @Test
    void what_merges_into_another_no_longer_rests_on_it() {
        Map<String, List<DependencyCommand>> merged = Inheritance.of(
                List.of("DOC-A", "DOC-B"),
                List.of("DOC"),
                Map.of(
                        "DOC-A", Set.of(data("DOC-B"), new DependencyCommand("SSO", AUTHENTICATION)),
                        "DOC-B", Set.of(data("DOC")),
                        "DOC", Set.of(data("DOC-A"))));
        assertThat(merged)
                .containsEntry("DOC", List.of(new DependencyCommand("SSO", AUTHENTICATION)))
                .containsEntry("DOC-A", List.of())
                .containsEntry("DOC-B", List.of());
    }

    @Test
    void what_is_retired_leaves_nothing_behind() {
        assertThat(Inheritance.of(
                        List.of("OLD"), List.of(), Map.of("OLD", Set.of(data("X")), "USER", Set.of(data("OLD")))))
                .containsEntry("OLD", List.of())
                .containsEntry("USER", List.of());
    }

    private static DependencyCommand data(String on) {
        return new DependencyCommand(on, DATA);
    }
}
