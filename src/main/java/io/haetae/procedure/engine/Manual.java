package io.haetae.procedure.engine;

import io.haetae.kernel.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A manual in one version, with its steps found by id. */
public final class Manual {

    private final Header header;
    private final Map<String, ManualRole> roles = new LinkedHashMap<>();
    private final List<Step> steps;
    private final Map<String, Place> places = new LinkedHashMap<>();

    Manual(Header header, List<ManualRole> roles, List<Step> steps) {
        this.header = header;
        this.steps = List.copyOf(steps);
        roles.forEach(role -> this.roles.put(role.id(), role));
        index(steps, null, null);
    }

    /**
     * What stands above the steps.
     *
     * @param id {@code kind/name}
     * @param subject kind of thing its runs are about
     * @param startsOn failure grades it starts on by itself; empty when it does not
     * @param startsWhen what must hold besides, or null
     */
    public record Header(
            String id,
            String version,
            String sha256,
            boolean draft,
            LocalizedText title,
            LocalizedText purpose,
            List<String> basis,
            String subject,
            Set<Integer> startsOn,
            @Nullable Condition startsWhen) {

        public Header {
            basis = List.copyOf(basis);
            startsOn = Set.copyOf(startsOn);
        }
    }

    /**
     * Where a step stands.
     *
     * @param list the list it is part of
     * @param index its place there
     * @param parallel the PARALLEL step around it, or null
     * @param branch its branch there, or null
     */
    public record Place(
            Step step, List<Step> list, int index, @Nullable Step parallel, Step.@Nullable Branch branch) {}

    private void index(List<Step> list, @Nullable Step parallel, Step.@Nullable Branch branch) {
        for (int i = 0; i < list.size(); i++) {
            Step step = list.get(i);
            places.putIfAbsent(step.id(), new Place(step, list, i, parallel, branch));
            step.branches().forEach(inner -> index(inner.steps(), step, inner));
        }
    }

    public Header header() {
        return header;
    }

    /** The steps of the outermost list. */
    public List<Step> steps() {
        return steps;
    }

    /** Every step with its place, in the order of the file. */
    public List<Place> places() {
        return new ArrayList<>(places.values());
    }

    /** The roles in the order of the file. */
    public List<ManualRole> roles() {
        return List.copyOf(roles.values());
    }

    /** The role of that id, if there is one. */
    public Optional<ManualRole> role(@Nullable String id) {
        return Optional.ofNullable(id).map(roles::get);
    }

    /** Where the step of that id stands, if there is one. */
    public Optional<Place> find(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Where the step of that id stands. */
    public Place place(String id) {
        return Objects.requireNonNull(places.get(id), id);
    }

    /** The step that a jump from a step leads to; empty at the end of its list. */
    public Optional<Step> target(Place from, @Nullable String next) {
        if (next == null) {
            int following = from.index() + 1;
            return following < from.list().size() ? Optional.of(from.list().get(following)) : Optional.empty();
        }
        return next.equals(Step.END)
                ? Optional.empty()
                : Optional.of(place(next).step());
    }
}
