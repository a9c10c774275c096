package io.haetae.kernel;

import java.util.ArrayList;
import java.util.List;

/** The conditions of a statement in order, each with its parameters: {@code " where a = ? and b > ?"}. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** One more; its parameters in the order of their question marks. */
    public Conditions and(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    /** The parameters in the order of their question marks. */
    public List<Object> parameters() {
        return List.copyOf(parameters);
    }

    /** What follows the tables of a statement; nothing when there is no condition. */
    @Override
    public String toString() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
