package io.haetae.kernel;

import java.time.ZoneId;

/** Time zones. Instants are stored without one; a zone appears only in calendar rules and where a person reads. */
public final class Zones {

    /** The zone of Korean administration: UTC+9, no summer time. */
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private Zones() {}
}
