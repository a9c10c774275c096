package io.haetae.intake;

import io.haetae.intake.AlertStore.Closed;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A post, kept.
 *
 * @param readings as they came
 * @param taken alerts that are there, by fingerprint
 * @param closed alerts that are over, by fingerprint
 * @param systems the systems named, by id
 * @param repeats alerts that have come again although their system is in another incident now or in none
 */
record Kept(
        List<Reading> readings,
        Map<String, Taken> taken,
        Map<String, Closed> closed,
        Map<UUID, KnownSystem> systems,
        Map<UUID, List<Taken>> repeats) {}
