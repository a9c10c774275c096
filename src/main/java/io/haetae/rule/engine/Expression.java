package io.haetae.rule.engine;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled CEL expression.
 *
 * @param source its text, for error messages
 * @param type of its value
 * @param program what runs; null for one that did not compile, whose file is refused before anything runs
 */
record Expression(String source, CelType type, CelRuntime.@Nullable Program program) {

    static final Expression BROKEN = new Expression("", SimpleType.DYN, null);

    Object value(Map<String, Object> variables) {
        if (program == null) {
            throw new IllegalStateException("a refused expression was run");
        }
        try {
            return program.eval(variables);
        } catch (CelEvaluationException e) {
            throw new EvaluationFailed(source, e);
        }
    }

    boolean holds(Map<String, Object> variables) {
        return (Boolean) value(variables);
    }
}
