package io.haetae.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of this room. */
@ConfigMapping(prefix = "haetae.change")
interface ChangeConfig {

    /** Longest single occurrence of a window. A longer one hides an outage behind planned work. */
    @WithDefault("7D")
    Duration longestWindow();

    /** How far from its first day a recurring window may go. A longer one goes on when nobody remembers why. */
    @WithDefault("730D")
    Duration longestSeries();

    /** How long after a change an incident of its systems is asked whether the change caused it. */
    @WithDefault("24H")
    Duration afterEffect();
}
