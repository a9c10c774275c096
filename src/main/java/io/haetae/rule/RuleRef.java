package io.haetae.rule;

import org.jspecify.annotations.Nullable;

/**
 * Which rule set: {@code kind/name}, and the version when it is pinned. Without a version the active one is meant.
 *
 * @param kind such as {@code failure-grade}
 * @param name such as {@code product-default}
 * @param version the pinned version, null for the active one
 */
public record RuleRef(String kind, String name, @Nullable String version) {

    /** The reference as it stands in requests and results, {@code kind/name}. */
    public static RuleRef parse(String ruleSet) {
        int slash = ruleSet.indexOf('/');
        return slash < 0
                ? new RuleRef(ruleSet, "", null)
                : new RuleRef(ruleSet.substring(0, slash), ruleSet.substring(slash + 1), null);
    }

    /** A pinned version of {@code kind/name}. */
    public static RuleRef pinned(String ruleSet, String version) {
        RuleRef ref = parse(ruleSet);
        return new RuleRef(ref.kind, ref.name, version);
    }

    /** {@code kind/name}. */
    public String ruleSet() {
        return kind + "/" + name;
    }

    @Override
    public String toString() {
        return version == null ? ruleSet() : ruleSet() + "@" + version;
    }
}
