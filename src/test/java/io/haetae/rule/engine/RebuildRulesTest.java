package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.kernel.YamlRefused;
import io.haetae.rule.engine.RebuildRules.Item;
import org.junit.jupiter.api.Test;

class RebuildRulesTest {

    private static final String FILE = "rebuild/product-default/1.yaml";
    private static final RebuildRules RULES = (RebuildRules) RuleFixture.shipped(FILE);

    @Test
    void the_four_items_of_the_plan_for_large_systems_hold_back_the_phase_they_belong_to() {
        assertThat(RULES.items().stream().filter(Item::mandatory).map(item -> item.id() + " " + item.before()))
                .contains(
                        "alternatives DESIGNED",
                        "privateCloud DESIGNED",
                        "largeCompanies DESIGNED",
                        "scopeRedefined SCOPE_REDEFINED");
        assertThat(RULES.largeCompanies().budgetAtLeast()).isEqualTo(70_000_000_000L);
    }

    @Test
    void an_item_that_stands_twice_is_refused() {
        String text = RuleFixture.text(FILE).replace("id: privateCloud", "id: alternatives");

        assertThatThrownBy(() -> RuleFixture.read(FILE, text))
                .isInstanceOf(YamlRefused.class)
                .hasMessageContaining("item alternatives stands twice");
    }
}
