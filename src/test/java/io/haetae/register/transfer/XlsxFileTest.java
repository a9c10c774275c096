package io.haetae.register.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.register.transfer.TableFile.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxFileTest {

    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A workbook with a hidden sheet before the one with these rows. */
    private static byte[] workbook(String rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                            + "spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd."
                            + "openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    RELATIONS + "<Relationship Id=\"r1\" Type=\"" + TYPE
                            + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    RELATIONS + "<Relationship Id=\"r1\" Type=\"" + TYPE
                            + "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + TYPE
                            + "worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r3\" Type=\"" + TYPE
                            + "styles\" Target=\"styles.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + MAIN
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"codes\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/>"
                            + "<sheet name=\"systems\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet " + MAIN + "><numFmts count=\"1\">"
                            + "<numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;년&quot; m&quot;월&quot;\"/></numFmts><cellXfs count=\"3\">"
                            + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet " + MAIN + "><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>"
                            + "</row></sheetData></worksheet>");
            part(
                    zip,
                    "xl/worksheets/sheet2.xml",
                    "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @Test
    void cells_say_what_people_read_in_them() throws IOException {
        TableFile file = TableFile.read(workbook("<row r=\"1\">" + text("A1", "code") + text("B1", "name.ko")
                + text("C1", "inServiceFrom") + text("D1", "recovery.rtoMinutes") + text("E1", "major")
                + text("F1", "site")
                + text("G1", "room") + "</row><row r=\"4\">" + text("A4", "SYS-1") + text("B4", " 정부24 ")
                + "<c r=\"C4\" s=\"1\"><v>45924</v></c><c r=\"D4\"><v>1.2E2</v></c><c r=\"E4\" t=\"b\"><v>1</v></c>"
                + "<c r=\"F4\" t=\"str\"><f>\"DAE\"&amp;\"JEON\"</f><v>DAEJEON</v></c>"
                + "<c r=\"G4\"><f>1/10+2/10</f><v>0.30000000000000004</v></c></row>"
                + "<row r=\"5\">" + text("A5", "SYS-2") + "<c r=\"C5\" s=\"2\"><v>45924.5</v></c>"
                + "<c r=\"D5\"><v>123456789012</v></c><c r=\"G5\" t=\"e\"><f>NA()</f><v>#N/A</v></c></row>"));
        assertThat(file.format()).isEqualTo(Format.XLSX);
        assertThat(file.headers()).hasSize(7);
        assertThat(file.lines()).extracting(Table.Line::number).containsExactly(4, 5);
        assertThat(file.lines().get(0).cells())
                .containsExactly("SYS-1", " 정부24 ", "2025-09-24", "120", "true", "DAEJEON", "0.3");
        assertThat(file.lines().get(1).cells())
                .containsExactly("SYS-2", "", "2025-09-24T12:00", "123456789012", "", "", "#N/A");
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxOut out = new XlsxOut(bytes)) {
            out.row(List.of("code", "name.ko", "major", "inServiceFrom", "recovery.rtoMinutes"));
            for (int i = 0; i < 1_200; i++) {
                out.row(Arrays.asList(
                        "A" + i, "=첫째 <&> " + i, i % 2 == 0, LocalDate.of(2025, 9, 26), i == 7 ? null : i));
            }
        }
        TableFile file = TableFile.read(bytes.toByteArray());
        assertThat(file.lines()).hasSize(1_200);
        assertThat(file.lines().get(7).cells()).containsExactly("A7", "=첫째 <&> 7", "false", "2025-09-26");
        assertThat(file.lines().get(1_199).cells())
                .containsExactly("A1199", "=첫째 <&> 1199", "false", "2025-09-26", "1199");
    }

    @Test
    void a_file_that_unpacks_to_far_more_than_a_list_is_not_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (long i = 0; i <= XlsxFile.MOST_UNPACKED >> 20; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        assertThatThrownBy(() -> TableFile.read(bytes.toByteArray()))
                .hasMessageContaining("register.too-large-unpacked");
    }

    @Test
    void what_only_begins_like_a_workbook_is_refused() throws IOException {
        assertThatThrownBy(() -> TableFile.read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}))
                .hasMessageContaining("register.no-xlsx");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "a.txt", "no workbook");
        }
        assertThatThrownBy(() -> TableFile.read(bytes.toByteArray())).hasMessageContaining("register.no-xlsx");
    }

    @Test
    void entities_of_xml_reach_nothing() throws IOException {
        byte[] file = workbook(
                "<row r=\"1\">" + text("A1", "code") + "</row><row r=\"2\">" + text("A2", "&secret;") + "</row>");
        assertThatThrownBy(() -> TableFile.read(file)).hasMessageContaining("register.no-xlsx");
    }

    @ParameterizedTest
    @CsvSource({
        "14,,true",
        "0,General,false",
        "164,yyyy-mm-dd,true",
        "165,#,false",
        "166,[$-412]yyyy/m/d,true",
        "167,0.00\" days\",false",
        "168,[Red]0.0,false",
        "57,,true"
    })
    void formats_of_dates_are_told_from_those_of_numbers(int id, String format, boolean date) {
        assertThat(XlsxCell.isDate(id, format)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"1E+3,1000", "0.000,0", "-12.50,-12.5", "1.0E-3,0.001"})
    void numbers_have_no_exponent(BigDecimal number, String text) {
        assertThat(XlsxCell.plain(number)).isEqualTo(text);
    }
}
