package io.haetae.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** In which form a source sends. Written in lower case, as in the path. */
public enum Adapter {
    /** Prometheus Alertmanager: webhook version 4, and its API v2 as a target. */
    @JsonProperty("alertmanager")
    ALERTMANAGER,
    /** Any JSON, mapped by CEL. */
    @JsonProperty("generic")
    GENERIC,
    /** Grafana's webhook contact point. */
    @JsonProperty("grafana")
    GRAFANA,
    /** Zabbix' webhook media type. */
    @JsonProperty("zabbix")
    ZABBIX,
    /** CloudEvents 1.0, mapped by CEL. */
    @JsonProperty("cloudevents")
    CLOUDEVENTS;

    /** The word in paths and bodies. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the key says by CEL how a body is read. */
    boolean isMapped() {
        return this == GENERIC || this == CLOUDEVENTS;
    }

    @Override
    public String toString() {
        return word();
    }
}
