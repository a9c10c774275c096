package io.haetae.rule.engine;

/** A rule that could not be evaluated, which no facts should bring about: the rule set is at fault, not the caller. */
public final class EvaluationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvaluationFailed(String expression, Throwable cause) {
        super(expression + ": " + cause.getMessage(), cause);
    }
}
