package io.haetae.remedy;

import io.haetae.kernel.ErrorCode;
import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What may be done with a thing, as a table of legal steps by its state: what is not in the table is refused (409) with what
 * is.
 *
 * @param refusal with which it is
 * @param table every legal step
 */
public record Steps<P extends Enum<P> & Steps.Named, S extends Enum<S>>(ErrorCode refusal, List<Move<P, S>> table) {

    /** What somebody wants to do. */
    public interface Named {

        /** How the interface calls it. */
        String noun();
    }

    /**
     * One legal step.
     *
     * @param rule its name, which is written into the journal
     * @param from the state it starts in
     * @param to the state it leads to
     */
    public record Move<P, S>(String rule, P step, S from, S to) {}

    /** The step in that state, or the refusal. */
    public Move<P, S> require(P step, S from) {
        return first(from, one -> one.step() == step);
    }

    /** The same where a step leads to several states. */
    public Move<P, S> require(P step, S from, S to) {
        return first(from, one -> one.step() == step && one.to() == to);
    }

    private Move<P, S> first(S from, Predicate<Move<P, S>> wanted) {
        return table.stream()
                .filter(one -> one.from() == from)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new Refusal(refusal, Map.of("state", from.name(), "allowed", nouns(from))));
    }

    /** The steps that may be taken in a state. */
    public List<P> from(S state) {
        return table.stream()
                .filter(one -> one.from() == state)
                .map(Move::step)
                .distinct()
                .toList();
    }

    /** The nouns that may be put in a state. */
    public List<String> nouns(S state) {
        return from(state).stream().map(Named::noun).distinct().toList();
    }
}
