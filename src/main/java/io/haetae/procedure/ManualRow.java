package io.haetae.procedure;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manual in the list.
 *
 * @param id {@code kind/name}
 * @param kind SOP, CONTINUITY, INSPECTION or CRISIS
 * @param active version in force, null for a manual that is only a draft
 * @param draft whether there is no more than a draft
 * @param steps how many steps the version shown has
 * @param shown the version in force, else the newest
 * @param startsOn failure grades it begins on by itself
 * @param versions the newest first
 */
public record ManualRow(
        String id,
        String kind,
        LocalizedText title,
        LocalizedText purpose,
        String subject,
        @Nullable String active,
        boolean draft,
        int steps,
        String shown,
        List<Integer> startsOn,
        List<String> versions) {}
