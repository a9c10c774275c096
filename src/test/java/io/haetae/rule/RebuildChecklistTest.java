package io.haetae.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebuildChecklistTest {

    private static final RebuildChecklist RULES = new RebuildChecklist(
            "rebuild/x", "1", new LocalizedText("가", "a"), 10_000_000_000L, 70_000_000_000L, List.of());

    @Test
    void large_companies_may_take_part_from_seventy_billion_won_on() {
        assertThat(RULES.largeCompanies(69_999_999_999L)).isFalse();
        assertThat(RULES.largeCompanies(70_000_000_000L)).isTrue();
        assertThat(RULES.largeCompanies(null)).isNull();
    }

    @Test
    void a_system_is_large_by_its_mark_or_by_the_budget_and_else_unknown() {
        assertThat(RULES.largeScale(false, 9_999_999_999L)).isFalse();
        assertThat(RULES.largeScale(false, 10_000_000_000L)).isTrue();
        assertThat(RULES.largeScale(false, null)).isNull();
        assertThat(RULES.largeScale(true, null)).isTrue();
        assertThat(RULES.largeScale(true, 1L)).isTrue();
    }
}
