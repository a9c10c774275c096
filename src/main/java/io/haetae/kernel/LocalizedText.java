package io.haetae.kernel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * A text in both languages of the product.
 *
 * @param ko Korean, never blank
 * @param en English, never blank
 */
public record LocalizedText(
        @NotBlank @Size(max = 4000) String ko,
        @NotBlank @Size(max = 4000) String en) {

    /** The text in the reader's language; Korean unless the language is English. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : ko;
    }
}
