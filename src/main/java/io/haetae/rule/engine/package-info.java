/**
 * The pure part of the rule room: reads a rule set from its YAML, compiles its CEL once, evaluates facts and explains
 * the result. No database, no container, no clock: the same facts and version give the same result anywhere.
 */
@NullMarked
package io.haetae.rule.engine;

import org.jspecify.annotations.NullMarked;
