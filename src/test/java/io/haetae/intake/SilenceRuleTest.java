package io.haetae.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.intake.SilenceRule.Alert;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceRuleTest {

    private static final UUID SYSTEM = new UUID(0, 1);
    private static final Alert ALERT = new Alert(
            "prometheus", SYSTEM, "DAEJEON", Set.of("MOIS", "@MOIS"), "{\"labels\":{\"severity\":\"warning\"}}");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "prometheus, DAEJEON, severity, warning , true",
                "-         , DAEJEON, -       , -       , true",
                "prometheus, -      , -       , -       , true",
                "-         , -      , severity, warning , true",
                "zabbix    , DAEJEON, severity, warning , false",
                "prometheus, GWANGJU, severity, warning , false",
                "prometheus, DAEJEON, severity, critical, false",
                "prometheus, DAEJEON, team    , warning , false"
            })
    void everything_that_a_silence_names_must_hold(
            @Nullable String source,
            @Nullable String site,
            @Nullable String label,
            @Nullable String value,
            boolean covered) {
        assertThat(rule(source, null, site, label, value, Set.of("MOIS"), false).covers(ALERT))
                .isEqualTo(covered);
    }

    @Test
    void it_reaches_no_further_than_its_maker() {
        assertThat(rule("prometheus", null, null, null, null, Set.of("COURT"), false)
                        .covers(ALERT))
                .isFalse();
        assertThat(rule("prometheus", null, null, null, null, Set.of(), true).covers(ALERT))
                .isTrue();
    }

    @Test
    void another_system_or_none_of_that_site_is_not_covered() {
        assertThat(rule(null, new UUID(0, 2), null, null, null, Set.of(), true).covers(ALERT))
                .isFalse();
        Alert nowhere = new Alert("prometheus", SYSTEM, null, Set.of("MOIS"), "{}");
        assertThat(rule(null, SYSTEM, "DAEJEON", null, null, Set.of(), true).covers(nowhere))
                .isFalse();
    }

    @Test
    void a_label_stands_at_the_top_where_a_source_has_no_labels_and_what_cannot_be_read_is_not_silenced() {
        SilenceRule rule = rule(null, null, null, "team", "db", Set.of(), true);
        assertThat(rule.covers(new Alert("x", SYSTEM, null, Set.of(), "{\"team\":\"db\"}")))
                .isTrue();
        assertThat(rule.covers(new Alert("x", SYSTEM, null, Set.of(), "team=db")))
                .isFalse();
        assertThat(rule.covers(new Alert("x", SYSTEM, null, Set.of(), "{\"team\":{\"db\":1}}")))
                .isFalse();
    }

    private static SilenceRule rule(
            @Nullable String source,
            @Nullable UUID system,
            @Nullable String site,
            @Nullable String label,
            @Nullable String value,
            Set<String> reach,
            boolean all) {
        return new SilenceRule(new UUID(0, 9), "x", "x", Instant.EPOCH, source, system, site, label, value, reach, all);
    }
}
