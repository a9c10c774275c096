package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.SystemTraits.Audience;
import io.haetae.register.SystemTraits.Zone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A system as a reader sees it: the whole of it, a row of a list, or what a reader out of scope may know. */
public sealed interface SystemEntry permits SystemView, SystemEntry.Row, SystemEntry.Stub {

    String code();

    LocalizedText name();

    /** The confirmed system grade, null while there is none. */
    @Nullable
    Integer systemGrade();

    /** The row of a list that this is, null for what is out of scope. */
    default @Nullable Row listed() {
        return this instanceof Row row ? row : null;
    }

    /** Whether it is known to be a 주요 정보시스템. */
    default boolean important() {
        return this instanceof Row row && row.major();
    }

    /** A row of a list. */
    record Row(
            String code,
            LocalizedText name,
            @Nullable Integer systemGrade,
            @Nullable Instant systemGradeSince,
            String owner,
            String operator,
            @Nullable String leadAgency,
            @Nullable String site,
            @Nullable String room,
            @Nullable Audience audience,
            @Nullable Zone zone,
            boolean major,
            boolean demonstration)
            implements SystemEntry {}

    /** What shows of a system that is out of the reader's scope. */
    record Stub(String code, LocalizedText name, @Nullable Integer systemGrade) implements SystemEntry {}
}
