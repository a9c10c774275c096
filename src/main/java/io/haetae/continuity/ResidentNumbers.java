package io.haetae.continuity;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Recognises what looks like a resident or foreigner registration number (주민등록번호, 외국인등록번호). None is taken
 * anywhere (개인정보 보호법 제24조의2): a date of birth, a mark of century and sex, six more digits.
 */
final class ResidentNumbers {

    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])[\\s.·‐-―-]{0,3}[0-9]\\d{6}(?!\\d)");

    private ResidentNumbers() {}

    static boolean stand(String text) {
        return NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }
}
