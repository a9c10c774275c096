package io.haetae.remedy;

import io.haetae.deadline.Length;
import io.haetae.kernel.Role;

/** Why something is to be done. */
public enum Basis {
    /** 개선권고 after a review of a failure (시행령 제70조의5 ⑦). */
    REVIEW,
    /** 개선권고 after a status survey or inspection (시행령 제70조의4 ⑤). */
    SURVEY,
    /** A measure the institution has set itself; its plan stands from the beginning. */
    OWN,
    /** 통합·폐지 권고: to merge or abolish a service (전자정부법 제23조, 시행령 제19조 ②). */
    MERGE_OR_ABOLISH;

    private static final int DAYS = 30;

    /** How long the plan may take from the day the recommendation was received. */
    Length term() {
        return this == MERGE_OR_ABOLISH ? Length.days(DAYS) : Length.months(1);
    }

    /** Who recommends on this basis and verifies. */
    Role[] recommenders() {
        return switch (this) {
            case OWN -> new Role[] {Role.OFFICER};
            case REVIEW, SURVEY -> new Role[] {Role.AUTHORITY, Role.SITUATION};
            case MERGE_OR_ABOLISH -> new Role[] {Role.AUTHORITY};
        };
    }
}
