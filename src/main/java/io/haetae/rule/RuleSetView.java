package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set.
 *
 * @param kind such as {@code failure-grade}
 * @param name such as {@code product-default}
 * @param title of the active version, else of the newest
 * @param active the version a reference without one means; null when none has come into force
 * @param inForce whether this is the one used for its kind
 * @param authorities central authorities for which one of its versions is in force in place of the common rules
 * @param versions newest first
 */
record RuleSetView(
        String kind,
        String name,
        LocalizedText title,
        @Nullable String active,
        boolean inForce,
        List<String> authorities,
        List<String> versions) {}
