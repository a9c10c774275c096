package io.haetae.web;

import io.haetae.crisis.CrisisRow;
import io.haetae.incident.BoardIncident;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows.
 *
 * @param asked what it was asked for
 * @param grouping how it is grouped, null when every incident stands by itself
 * @param open incidents that have not recovered, the worst first; exercises last
 * @param recovered those that wait for their closure
 * @param groups of the open ones, the worst first; empty without a grouping
 * @param hidden how many incidents it leaves out
 * @param crises crises that are not closed
 * @param storm the storm that runs, or null
 * @param messages how many messages to the reader he has not acknowledged
 * @param reader who reads
 * @param now when it was put together
 */
record Board(
        BoardQuery asked,
        @Nullable Grouping grouping,
        List<BoardIncident> open,
        List<BoardIncident> recovered,
        List<BoardGroup> groups,
        int hidden,
        List<CrisisRow> crises,
        @Nullable Storm storm,
        int messages,
        Actor reader,
        Instant now) {

    /** Beyond this many a board of single incidents is not read any more (product default). */
    static final int FEW = 40;

    private static final int UNGRADED = 5;
    private static final int OF_A_GROUP = 10;
    private static final int OF_ONE_GROUP = 50;
    private static final int OF_MINE = 5;
    private static final int OF_RECOVERED = 10;

    Board {
        open = List.copyOf(open);
        recovered = List.copyOf(recovered);
        groups = List.copyOf(groups);
        crises = List.copyOf(crises);
    }

    /** How many real incidents of this failure grade are open; 0 for those without one. Groups and filters change nothing. */
    public long count(int grade) {
        int rank = grade == 0 ? UNGRADED : grade;
        return open.stream()
                .filter(each -> !each.row().exercise() && each.rank() == rank)
                .count();
    }

    /** How many real incidents are open. */
    public long real() {
        return open.stream().filter(each -> !each.row().exercise()).count();
    }

    /** How many exercises are open. */
    public long exercises() {
        return open.size() - real();
    }

    /** The ways to group. */
    public List<Grouping> groupings() {
        return Arrays.asList(Grouping.values());
    }

    /** The grouping that the key for the next one leads to. */
    public Grouping nextGrouping() {
        return grouping == null ? Grouping.GRADE : grouping.next();
    }

    /** The incidents as single cards: those of the grade that was asked for. */
    public List<BoardIncident> cards() {
        return open.stream().filter(this::isAsked).toList();
    }

    boolean isAsked(BoardIncident incident) {
        return asked.grade() == null || incident.rank() == asked.grade();
    }

    /** Keys of the opened groups: those asked for, else the worst. */
    List<String> opened() {
        List<String> chosen = asked.open();
        if (chosen != null) {
            return chosen.stream().filter(key -> !key.isEmpty()).toList();
        }
        return groups.isEmpty() ? List.of() : List.of(groups.get(0).key());
    }

    public boolean isOpen(BoardGroup group) {
        return opened().contains(group.key());
    }

    /** The address that opens or shuts a group. */
    public String toggled(BoardGroup group) {
        return asked.toggled(Objects.requireNonNull(grouping), group.key(), opened());
    }

    /** The address that shows a group alone and in full. */
    public String only(BoardGroup group) {
        return asked.only(Objects.requireNonNull(grouping), group.key(), 0);
    }

    /** The first of an opened group. */
    public List<BoardIncident> first(BoardGroup group) {
        return group.incidents().stream().limit(OF_A_GROUP).toList();
    }

    /** How many of an opened group stand on its own page only. */
    public int more(BoardGroup group) {
        return Math.max(0, group.size() - OF_A_GROUP);
    }

    /** The only group to show, null when all are. */
    public @Nullable BoardGroup single() {
        return groups.stream()
                .filter(group -> group.key().equals(asked.in()))
                .findFirst()
                .orElse(null);
    }

    /** One page of the only group. */
    public List<BoardIncident> page() {
        BoardGroup group = single();
        return group == null
                ? List.of()
                : group.incidents().stream()
                        .skip(asked.from())
                        .limit(OF_ONE_GROUP)
                        .toList();
    }

    /** The address of the page after it, null on the last. */
    public @Nullable String nextPage() {
        BoardGroup group = single();
        int next = asked.from() + OF_ONE_GROUP;
        return group == null || next >= group.size()
                ? null
                : asked.only(Objects.requireNonNull(grouping), group.key(), next);
    }

    /** Open incidents nobody has acknowledged, if the reader is one who may. */
    public List<BoardIncident> unanswered() {
        return mayAnswer() ? open.stream().filter(BoardIncident::isUnanswered).toList() : List.of();
    }

    /** Provisional grades of major systems, if the reader is of the situation room, which confirms them. */
    public List<BoardIncident> unconfirmed() {
        return reader.hasAny(Role.SITUATION)
                ? open.stream()
                        .filter(each ->
                                each.row().gradeProvisional() && each.row().major())
                        .toList()
                : List.of();
    }

    /** The first few of what waits for the reader; none of them beside groups, where only their number is read. */
    public List<BoardIncident> few(List<BoardIncident> of) {
        return grouping == null ? of.stream().limit(OF_MINE).toList() : List.of();
    }

    /** How many of them are not named. */
    public int others(List<BoardIncident> of) {
        return of.size() - few(of).size();
    }

    /** The first few that have recovered. */
    public List<BoardIncident> someRecovered() {
        return recovered.stream().limit(OF_RECOVERED).toList();
    }

    /** Whether something waits for the reader. */
    public boolean needsReader() {
        return messages > 0
                || !unanswered().isEmpty()
                || !unconfirmed().isEmpty()
                || mayClose() && !recovered.isEmpty();
    }

    /** Whether the reader works incidents, and so closes them. */
    public boolean mayClose() {
        return reader.hasAny(Role.OPERATOR, Role.SITUATION, Role.SUPPORT);
    }

    private boolean mayAnswer() {
        return reader.hasAny(Role.OPERATOR, Role.SITUATION, Role.SUPPORT, Role.OFFICER, Role.HQ);
    }

    /** Whether the reader may acknowledge this one. */
    public boolean mayAcknowledge(BoardIncident incident) {
        return mayAnswer() && incident.isUnanswered();
    }
}
