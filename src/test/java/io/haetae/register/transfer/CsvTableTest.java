package io.haetae.register.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.kernel.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static CsvTable read(String text) {
        return CsvTable.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void korean_and_json_headers_name_the_same_columns_with_or_without_a_mark() {
        assertThat(read("시스템코드, 시스템명 ,보유기관\nA,가,MOIS\n").paths()).containsExactly("code", "name.ko", "owner");
        assertThat(read("\uFEFFcode,name.ko,services.0.name.ko\nA,가,나\n").paths())
                .containsExactly("code", "name.ko", "services.0.name.ko");
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_does_and_blank_ones_are_passed_over() {
        CsvTable table = read("code,name.ko\r\nA,\"가\r\n나\"\r\n,\r\nB,다\r\n");
        assertThat(table.lines()).extracting(CsvTable.Line::number).containsExactly(2, 4);
        assertThat(table.lines().get(0).cell(1)).isEqualTo("가\r\n나");
        assertThat(table.lines().get(1).cell(5)).isEmpty();
    }

    @Test
    void the_mark_that_keeps_a_formula_from_running_is_taken_off_again() {
        assertThat(ExportService.guard("=1+1")).isEqualTo("'=1+1");
        assertThat(ExportService.guard("정부24")).isEqualTo("정부24");
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
        assertThatThrownBy(() -> CsvTable.read(file)).hasMessageContaining("register.not-utf8");
    }
}
