package io.haetae.crisis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** Settings of this room. */
@ConfigMapping(prefix = "haetae.crisis")
interface CrisisConfig {

    /**
     * Code of the ministry whose minister is consulted about 심각 (재난안전법 제38조) and who heads the central headquarters. A
     * wrong one asks the wrong people for consultation.
     */
    @WithDefault("MOIS")
    String safetyMinistry();

    /** How often the sweep looks at open crises. */
    @WithDefault("2s")
    String sweepEvery();

    /** When counters open; outside of office hours no minute counts. */
    @WithDefault("09:00")
    LocalTime officeOpens();

    /** When counters close. */
    @WithDefault("18:00")
    LocalTime officeCloses();

    /** How long before its time a situation report is warned of. */
    @WithDefault("15M")
    Duration reportWarning();
}
