package io.haetae.register.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.kernel.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private static Table read(String text) {
        return read(text, Map.of());
    }

    private static Table read(String text, Map<String, String> columns) {
        return Table.of(TableFile.read(text.getBytes(StandardCharsets.UTF_8)), columns);
    }

    private static List<String> paths(Table table) {
        return table.columns().stream().map(Table.Column::path).toList();
    }

    @Test
    void published_and_json_headers_name_the_same_columns_with_or_without_a_mark() {
        assertThat(paths(read("시스템코드, 시스템명 ,보유기관\nA,가,MOIS\n"))).containsExactly("code", "name.ko", "owner");
        assertThat(paths(read("System code,name (korean),OWNER\nA,가,MOIS\n")))
                .containsExactly("code", "name.ko", "owner");
        assertThat(paths(read("\uFEFFcode,name.ko,services.0.name.ko\nA,가,나\n")))
                .containsExactly("code", "name.ko", "services.0.name.ko");
    }

    @Test
    void columns_of_other_names_are_told_or_left_out() {
        Table table = read("관리번호,비고,이름\nA,x,가\n", Map.of("관리번호", "code", "비고", "", "이름", "name.ko"));
        assertThat(paths(table)).containsExactly("code", "name.ko");
        assertThat(table.lines().get(0).cell(table.index("name.ko"))).isEqualTo("가");
        assertThat(table.header("name.ko")).isEqualTo("이름");
        assertThat(table.header("name.ko.0")).isEqualTo("이름");
        assertThat(table.header("owner")).isEqualTo("owner");
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_does_and_blank_ones_are_passed_over() {
        Table table = read("code,name.ko\r\nA,\"가\r\n나\"\r\n,\r\nB,다\r\n");
        assertThat(table.lines()).extracting(Table.Line::number).containsExactly(2, 4);
        assertThat(table.lines().get(0).cell(1)).isEqualTo("가\r\n나");
        assertThat(table.lines().get(1).cell(5)).isEmpty();
    }

    @Test
    void the_mark_that_keeps_a_formula_from_running_is_taken_off_again() {
        assertThat(CsvOut.guard("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvOut.guard("정부24")).isEqualTo("정부24");
        assertThat(read("code,name.ko\nA,'=1+1\n").lines().get(0).cell(1)).isEqualTo("=1+1");
        assertThat(read("code,name.ko\nA,'24\n").lines().get(0).cell(1)).isEqualTo("'24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code\n", "code,colour\nA,red\n", "code,시스템코드\nA,A\n", "name.ko\n가\n", "code\n\"A"})
    void a_file_that_is_no_table_of_systems_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_file_in_the_old_korean_encoding_is_refused_and_told_so() {
        byte[] file = "code,name.ko\nA,정부\n".getBytes(Charset.forName("EUC-KR"));
        assertThatThrownBy(() -> TableFile.read(file)).hasMessageContaining("register.not-utf8");
    }

    @Test
    void the_columns_of_somebody_elses_list_are_guessed_once_each() {
        assertThat(ColumnGuess.of(List.of("연번", "시스템 관리번호", "정보시스템 명칭", "소관기관명", "데이터센터", "등급", "RTO(분)")))
                .containsExactly(null, "code", "name.ko", "owner", "site", "systemGrade", "recovery.rtoMinutes");
        assertThat(ColumnGuess.of(List.of("System name", "Agency", "Code", "name.ko")))
                .containsExactly(null, "owner", "code", "name.ko");
        assertThat(ColumnGuess.alike("시스템명", "시스템명")).isEqualTo(1.0);
        assertThat(ColumnGuess.alike("비고", "시스템명")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-26,2025-09-26",
        "2025. 9. 26.,2025-09-26",
        "2025.09.26,2025-09-26",
        "2025/9/6,2025-09-06",
        "2025년 9월 6일,2025-09-06",
        "20250926,2025-09-26",
        "45926,2025-09-26",
        "9월 26일,9월 26일",
        "soon,soon"
    })
    void days_are_read_as_people_write_them(String written, String read) {
        assertThat(Columns.value("inServiceFrom", written)).isEqualTo(read);
    }
}
