package io.haetae.rule.engine;

import java.util.List;
import java.util.stream.Collectors;

/** A file that is no rule set, with every place that is wrong. */
public final class RuleSetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RuleSetRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A file that is wrong as a whole. */
    public RuleSetRefused(String file, String reason) {
        this(List.of(new Problem(file, 1, 1, reason)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
