package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * One version.
 *
 * @param ruleSet {@code kind/name}
 * @param version of it
 * @param title as people read it
 * @param sha256 hash of the content
 * @param loadedAt when it was first read
 * @param active whether a reference without a version means it
 * @param inForce whether it is the one used for its kind, where an authority has none of its own
 * @param authorities central authorities for which it is in force in place of the common rules
 * @param effectiveAt when it was or will be put in force, latest first
 * @param content the file
 */
record RuleVersionView(
        String ruleSet,
        String version,
        LocalizedText title,
        String sha256,
        Instant loadedAt,
        boolean active,
        boolean inForce,
        List<String> authorities,
        List<Instant> effectiveAt,
        String content) {

    /** The beginning of the hash: enough to compare two by eye. */
    public String shortHash() {
        return sha256.substring(0, 12);
    }
}
