package io.haetae.remedy.task;

import java.time.Instant;

/** A report that the reader's office still owes. */
public record AwaitedReport(
        String programme, String programmeTitle, int task, String title, String owner, String month, Instant dueAt) {}
