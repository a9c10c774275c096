package io.haetae.rule;

import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * Facts to evaluate.
 *
 * @param facts by name, as the rule set declares them
 */
record RuleFacts(@NotNull Map<String, Object> facts) {}
