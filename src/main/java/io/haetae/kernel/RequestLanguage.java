package io.haetae.kernel;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** The language of the reader of this request: Korean unless English was asked for. Set by the web edge. */
@RequestScoped
public class RequestLanguage {

    private Locale locale = Locale.KOREAN;

    /** {@link Locale#KOREAN} or {@link Locale#ENGLISH}. */
    public Locale get() {
        return locale;
    }

    /** Called by the web edge. */
    public void set(Locale chosen) {
        locale = chosen;
    }
}
