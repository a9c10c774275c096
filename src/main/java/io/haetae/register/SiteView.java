package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A site as others see it; the fields are those of {@link SiteCommand}. */
public record SiteView(
        String code,
        LocalizedText name,
        SiteKind kind,
        String host,
        @Nullable String region,
        List<String> rooms,
        int version)
        implements Versioned {}
