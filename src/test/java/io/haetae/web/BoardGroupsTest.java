package io.haetae.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.incident.BoardIncident;
import io.haetae.incident.IncidentRow;
import io.haetae.incident.IncidentState;
import io.haetae.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands together on a board, and what comes first. */
class BoardGroupsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final BoardGroups.By SITES = new BoardGroups.By(BoardIncident::sites, key -> key, key -> "");

    @Test
    void the_group_with_more_of_the_worst_grade_comes_first_however_many_milder_ones_another_has() {
        List<BoardIncident> incidents = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> incidents.add(incident("A" + i, 2, false, "GWANGJU")));
        incidents.add(incident("B", 1, false, "DAEJEON"));
        incidents.add(incident("C", 4, false, "DAEGU"));
        incidents.add(incident("D", null, false, "SEJONG"));

        assertThat(BoardGroups.of(incidents, SITES, NOW))
                .extracting(BoardGroup::key)
                .containsExactly("DAEJEON", "GWANGJU", "DAEGU", "SEJONG");
    }

    @Test
    void an_incident_at_two_sites_stands_in_both_and_one_at_none_by_itself() {
        List<BoardGroup> groups = BoardGroups.of(
                List.of(incident("A", 3, false, "DAEJEON", "GWANGJU"), incident("B", 3, false)), SITES, NOW);

        assertThat(groups)
                .extracting(BoardGroup::key)
                .containsExactlyInAnyOrder("DAEJEON", "GWANGJU", BoardGroups.NONE);
        assertThat(groups).allSatisfy(group -> assertThat(group.count(3)).isEqualTo(1));
    }

    @Test
    void exercises_stand_last_and_apart_whatever_their_grade() {
        List<BoardGroup> groups = BoardGroups.of(
                List.of(incident("A", 1, true, "DAEJEON"), incident("B", 4, false, "DAEJEON")), SITES, NOW);

        assertThat(groups).extracting(BoardGroup::key).containsExactly("DAEJEON", BoardGroups.EXERCISE);
        assertThat(groups.get(0).count(1)).isZero();
    }

    @Test
    void a_group_tells_what_nobody_has_answered_what_is_late_and_since_when() {
        BoardGroup group = BoardGroups.of(
                        List.of(incident("A", 2, false, "DAEJEON"), incident("B", 2, false, "DAEJEON")), SITES, NOW)
                .get(0);

        assertThat(group.unanswered()).isEqualTo(2);
        assertThat(group.late()).isEqualTo(2);
        assertThat(group.since()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void a_storm_is_what_came_within_half_an_hour_of_one_another_up_to_the_last() {
        List<BoardIncident> incidents = new ArrayList<>();
        incidents.add(incidentAt("OLD", NOW.minus(Duration.ofHours(3))));
        IntStream.range(0, 19).forEach(i -> incidents.add(incidentAt("A" + i, NOW.minusSeconds(3_000 - i))));
        assertThat(Storm.latest(incidents, 20, NOW)).isEmpty();
        incidents.add(incidentAt("LAST", NOW.minusSeconds(2_982 - 1_800)));

        assertThat(Storm.latest(incidents, 20, NOW)).hasValueSatisfying(storm -> {
            assertThat(storm.size()).isEqualTo(20);
            assertThat(storm.since()).isEqualTo(NOW.minusSeconds(3_000));
            assertThat(storm.running()).isTrue();
        });
        assertThat(Storm.latest(incidents, 20, NOW.plusSeconds(1_801)))
                .hasValueSatisfying(storm -> assertThat(storm.running()).isFalse());
    }

    @Test
    void a_wall_turns_its_pages_by_the_clock_and_begins_again() {
        List<BoardGroup> groups = IntStream.range(0, Wall.LINES + 1)
                .mapToObj(i -> BoardGroup.of("G" + i, "G" + i, "", List.of(incident("A", 3, false)), false, NOW))
                .toList();
        Board board = board(groups);

        assertThat(Wall.at(board, 0).groups()).hasSize(Wall.LINES);
        assertThat(Wall.at(board, Wall.SECONDS - 1).page()).isZero();
        assertThat(Wall.at(board, Wall.SECONDS).groups()).hasSize(1);
        assertThat(Wall.at(board, 2L * Wall.SECONDS).page()).isZero();
    }

    private static Board board(List<BoardGroup> groups) {
        return new Board(
                new BoardQuery(null, null, null, null, null, 0),
                Grouping.SITE,
                List.of(),
                List.of(),
                groups,
                0,
                List.of(),
                null,
                0,
                Actor.SYSTEM,
                NOW);
    }

    private static BoardIncident incident(String number, @Nullable Integer grade, boolean exercise, String... sites) {
        return incident(number, grade, exercise, NOW.minus(Duration.ofHours(1)), sites);
    }

    private static BoardIncident incidentAt(String number, Instant recordedAt) {
        return incident(number, 3, false, recordedAt);
    }

    private static BoardIncident incident(
            String number, @Nullable Integer grade, boolean exercise, Instant recordedAt, String... sites) {
        IncidentRow row = new IncidentRow(
                number,
                IncidentState.OPEN,
                "FAILURE",
                "접속 불가",
                grade,
                false,
                null,
                recordedAt,
                null,
                null,
                true,
                exercise,
                1,
                0,
                List.of("GOV24"),
                NOW.minusSeconds(1),
                "ACKNOWLEDGE",
                null);
        return new BoardIncident(row, List.of(sites), List.of("MOIS"));
    }
}
