package io.haetae.identity;

import io.haetae.kernel.Role;
import java.util.List;

/** Acts of a room that whoever holds the role may hand over. A room names its own. */
public interface DelegableActs {

    /** They. */
    List<DelegableAct> acts();

    /**
     * One act.
     *
     * @param name such as {@code grading.answer}
     * @param role that it needs
     * @param text key of its name
     */
    record DelegableAct(String name, Role role, String text) {}
}
