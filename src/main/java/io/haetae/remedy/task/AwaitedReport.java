package io.haetae.remedy.task;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;

/** A report that the reader's office still owes. */
public record AwaitedReport(
        String programme,
        LocalizedText programmeTitle,
        int task,
        LocalizedText title,
        String owner,
        String month,
        Instant dueAt,
        boolean exercise) {}
