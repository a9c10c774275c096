package io.haetae.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.register.ConfirmedGradeService;
import io.haetae.testing.As;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The register of the Daejeon centre in autumn 2025 as far as it was published: how many systems of which grade there were
 * when. Names, lead agencies but for the 64 systems of MCST, and which system is which are our own.
 */
@ApplicationScoped
class NirsFireRegister {

    static final String SITE = "N25-DAEJEON";

    private final ConfirmedGradeService grades;
    private final Clock clock;

    /** Systems not restored yet, by present grade; restored from the head. */
    private final List<Deque<String>> waiting = new ArrayList<>();

    private final int[] restored = new int[4];
    private final List<String> mergedAway = new ArrayList<>();

    NirsFireRegister(ConfirmedGradeService grades, Clock clock) {
        this.grades = grades;
        this.clock = clock;
    }

    /** 647 systems, 70 of them in the room that burned: grades 36, 91, 291 and 229 as on 29 September. */
    void build() {
        int[] ofGrade = {36, 91, 291, 229};
        StringBuilder csv = new StringBuilder("code,name.ko,name.en,owner,operator,leadAgency,site,room,audience\n");
        Map<String, Integer> confirmed = new HashMap<>();
        int number = 0;
        for (int grade = 1; grade <= 4; grade++) {
            Deque<String> codes = new ArrayDeque<>();
            for (int i = 0; i < ofGrade[grade - 1]; i++) {
                number++;
                String code = "N25-%03d".formatted(number);
                // A prime stride spreads the 70 systems of the room over all grades.
                csv.append(row(code, agency(number), (number * 37) % 647 < 70 ? "5F-7-1" : "5F-7"));
                codes.add(code);
                confirmed.put(code, grade);
            }
            waiting.add(codes);
        }
        bring(csv.toString());
        grades.confirmAll(confirmed, clock.instant());
    }

    private static String agency(int number) {
        if (number % 10 == 0) {
            return "MCST"; // 64 of 647
        }
        return number % 25 == 3 ? "MSIT" : "MOIS";
    }

    private static String row(String code, String agency, String room) {
        return "%s,시스템 %s,System %s,%s,NIRS,%s,%s,%s,CITIZEN\n".formatted(code, code, code, agency, agency, SITE, room);
    }

    private static void bring(String csv) {
        As.admin()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/v1/systems/import")
                .then()
                .statusCode(200);
    }

    /** 30 September: the list is published with 38, 86, 294 and 229. */
    void publish() {
        Map<String, Integer> moved = new HashMap<>();
        move(2, 1, 2, moved);
        move(2, 3, 3, moved);
        grades.confirmAll(moved, clock.instant());
    }

    /** 9 October: 709 with 40, 68, 261 and 340. Some systems were split and others merged: 70 come, 8 go. */
    void correct() {
        Map<String, Integer> moved = new HashMap<>();
        move(2, 1, 2, moved);
        move(2, 4, 16, moved);
        StringBuilder gone = new StringBuilder("code,inServiceUntil\n");
        for (int i = 0; i < 8; i++) {
            String code = waiting(3).removeLast();
            mergedAway.add(code);
            gone.append(code).append(",2025-10-08\n");
        }
        move(3, 4, 25, moved);
        StringBuilder come = new StringBuilder("code,name.ko,name.en,owner,operator,leadAgency,site,room,audience\n");
        for (int i = 0; i < 70; i++) {
            String code = "N25-S%02d".formatted(i);
            come.append(row(code, "MOIS", "5F-7"));
            waiting(4).addFirst(code);
            moved.put(code, 4);
        }
        bring(gone.toString());
        bring(come.toString());
        grades.confirmAll(moved, clock.instant());
    }

    private Deque<String> waiting(int grade) {
        return waiting.get(grade - 1);
    }

    private void move(int from, int to, int count, Map<String, Integer> moved) {
        for (int i = 0; i < count; i++) {
            String code = waiting(from).removeLast();
            waiting(to).addLast(code);
            moved.put(code, to);
        }
    }

    /** The systems to restore next, so that as many of each grade are restored as said. */
    List<String> restoreUpTo(int... ofGrade) {
        List<String> codes = new ArrayList<>();
        for (int grade = 1; grade <= 4; grade++) {
            int more = ofGrade[grade - 1] - restored[grade - 1];
            assertThat(more).as("restored of grade %d", grade).isNotNegative();
            for (int i = 0; i < more; i++) {
                codes.add(waiting(grade).removeFirst());
            }
            restored[grade - 1] = ofGrade[grade - 1];
        }
        return codes;
    }

    /** Systems that were merged into others: they count no more, and are written off with the rest. */
    List<String> mergedAway() {
        return mergedAway;
    }
}
