package io.haetae.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** A file that is refused, with every place that is wrong. */
public final class YamlRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<YamlProblem> problems;

    YamlRefused(List<YamlProblem> problems) {
        super(problems.stream().map(YamlProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A file that is wrong as a whole. */
    public YamlRefused(String file, String reason) {
        this(List.of(new YamlProblem(file, 1, 1, reason)));
    }

    /** Every place that is wrong. */
    public List<YamlProblem> problems() {
        return problems;
    }
}
