package io.haetae.remedy.task;

/** What a month's report says of a task. */
public enum Progress {
    ON_TRACK(TaskState.RUNNING),
    LATE(TaskState.RUNNING),
    DONE(TaskState.DONE),
    STOPPED(TaskState.STOPPED);

    private final TaskState state;

    Progress(TaskState state) {
        this.state = state;
    }

    /** Where the task stands after it. */
    TaskState state() {
        return state;
    }
}
