package io.haetae.rule.engine;

import java.util.List;

/** Facts that the rule set cannot read, each with what is allowed. */
public final class FactsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FactError> errors;

    FactsRefused(List<FactError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    public List<FactError> errors() {
        return errors;
    }
}
