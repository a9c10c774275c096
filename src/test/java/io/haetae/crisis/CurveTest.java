package io.haetae.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static Board board(String at, int restored, int total) {
        return new Board(Instant.parse(at), total, restored, Map.of(), Map.of());
    }

    @Test
    void it_rises_in_steps_and_the_total_may_change_on_the_way() {
        Curve curve = new Curve(List.of(
                board("2025-09-27T00:00:00Z", 0, 50),
                board("2025-09-27T12:00:00Z", 25, 100),
                board("2025-09-28T00:00:00Z", 100, 100)));

        assertThat(curve.drawable()).isTrue();
        assertThat(curve.restored()).isEqualTo("48.0,220.0 424.0,220.0 424.0,168.0 800.0,168.0 800.0,12.0");
        assertThat(curve.total()).isEqualTo("48.0,116.0 424.0,116.0 424.0,12.0 800.0,12.0 800.0,12.0");
        assertThat(curve.rows()).extracting(Board::restored).containsExactly(100, 25, 0);
    }

    @Test
    void a_single_point_is_no_curve() {
        assertThat(new Curve(List.of(board("2025-09-27T00:00:00Z", 0, 5))).drawable())
                .isFalse();
        assertThat(new Curve(List.of()).drawable()).isFalse();
    }

    @Test
    void a_share_says_hundred_only_when_everything_is_restored() {
        assertThat(board("2025-09-27T00:00:00Z", 9_999, 10_000).percent()).isEqualTo("99.9");
        assertThat(board("2025-09-27T00:00:00Z", 676, 709).percent()).isEqualTo("95.3");
        assertThat(board("2025-09-27T00:00:00Z", 696, 709).percent()).isEqualTo("98.2");
        assertThat(board("2025-09-27T00:00:00Z", 0, 0).percent()).isEqualTo("0.0");
    }
}
