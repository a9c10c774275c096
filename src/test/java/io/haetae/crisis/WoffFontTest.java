package io.haetae.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WoffFontTest {

    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Bold"})
    void the_packed_fonts_hold_every_korean_letter_a_report_needs(String weight)
            throws IOException, FontFormatException {
        byte[] plain = WoffFont.unpack(WoffFont.bytes("fonts/PretendardGOV-" + weight + ".subset.woff"));

        Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(plain));
        String words = "상황보고 제1보 위기경보 관심·주의·경계·심각 복구율 95.3 % — 정부24 (EXERCISE)";
        assertThat(font.canDisplayUpTo(words)).as(words).isEqualTo(-1);
    }

    @Test
    void what_is_no_packed_font_is_refused() {
        assertThatThrownBy(() -> WoffFont.unpack(new byte[64])).isInstanceOf(IllegalArgumentException.class);
    }
}
