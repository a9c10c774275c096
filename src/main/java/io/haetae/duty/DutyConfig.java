package io.haetae.duty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How call-outs run. */
@ConfigMapping(prefix = "haetae.duty")
interface DutyConfig {

    /** How often each replica looks for due steps; {@code off} calls nobody. */
    @WithDefault("1s")
    String sweepEvery();

    /** How many call-outs one transaction advances. More is faster; fewer are lost to one that cannot be advanced. */
    @WithDefault("500")
    int batch();

    /** From how many messages at once to one address they are summed up, one for each roster (product default). */
    @WithDefault("10")
    int summaryFrom();

    /** How long a call-out that could not be advanced is left alone, so that it does not hold up the others. */
    @WithDefault("30S")
    Duration postponement();

    /** How far back a sweep looks for messages that were acknowledged outside of a call-out's own page. */
    @WithDefault("10M")
    Duration lookBack();
}
