package io.haetae.kernel;

import java.time.Instant;
import java.util.List;

/**
 * What a room knows to be late, told to a check that trusts no sweep. A room asks its own tables, by the times written in
 * them, and uses nothing of the code that should have acted.
 */
public interface Watched {

    /** Things whose time passed before {@code before} and with which nothing has been done; the oldest first. */
    List<Late> late(Instant before, int most);

    /**
     * Something whose time has passed without action.
     *
     * @param what named in the texts as {@code duty.oversight.what.<what>}
     * @param detail which of several of that sort, such as the kind of a clock; empty when there is only one
     * @param subjectKind what it belongs to, such as {@code INCIDENT}
     * @param subjectId which one
     * @param dueAt when it was to happen
     * @param byService whether the service itself failed to act; otherwise people did not
     */
    record Late(String what, String detail, String subjectKind, String subjectId, Instant dueAt, boolean byService) {}
}
