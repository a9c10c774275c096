package io.haetae.support;

import io.haetae.register.SystemView;
import org.jspecify.annotations.Nullable;

/**
 * What help is asked for.
 *
 * @param incident its number
 * @param needToKnow whether only those concerned may know of the incident
 */
record Subject(
        SystemView system, String incident, @Nullable Integer failureGrade, boolean needToKnow, boolean exercise) {}
