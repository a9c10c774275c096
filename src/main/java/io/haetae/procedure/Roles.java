package io.haetae.procedure;

import io.haetae.kernel.Role;

/** Who may do what with runs as a whole; a step says itself who does it. */
final class Roles {

    /** Starts, takes, hands over and cancels runs. */
    static final Role[] WORK = {Role.OPERATOR, Role.SITUATION, Role.SUPPORT, Role.OFFICER, Role.HQ};

    private Roles() {}
}
