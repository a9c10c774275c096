package io.haetae.remedy.task;

/** Where a task stands. */
public enum TaskState {
    /** A report is owed every month. */
    RUNNING,
    DONE,
    STOPPED
}
