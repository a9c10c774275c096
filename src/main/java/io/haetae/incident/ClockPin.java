package io.haetae.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The version of the reporting clocks that an incident began with, kept until a person moves it; and how far its events go. */
@Embeddable
class ClockPin {

    @Column(name = "clock_rule_set")
    @Nullable
    String ruleSet;

    @Column(name = "clock_version")
    @Nullable
    String version;

    /** How many events have moved its clocks. */
    @Column(name = "clock_events")
    int events;
}
