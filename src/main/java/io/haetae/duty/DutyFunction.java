package io.haetae.duty;

import io.haetae.kernel.Role;
import java.util.Set;

/**
 * Functions that a call-out reaches. A post says who holds one; without a post some fall back on a role, because an
 * empty roster must not mean that nobody is called.
 */
public enum DutyFunction {
    /** 당직자. */
    DUTY(Role.OPERATOR),
    /** 시스템 담당자. */
    SYSTEM_MANAGER,
    /** 담당 과장. */
    DIVISION_HEAD,
    /** 정보시스템종합상황실. */
    SITUATION_ROOM(Role.SITUATION),
    /** 연계 시스템 소유 기관. */
    LINKED_OWNERS(Role.OPERATOR, Role.OFFICER),
    /** 지능정보화책임관. */
    CIO(Role.OFFICER),
    /** 차관. */
    VICE_MINISTER,
    /** 장관. */
    MINISTER,
    /** 중앙재난안전상황실. */
    DISASTER_ROOM(Role.HQ),
    /** 사이버장애지원단. */
    SUPPORT_TEAM(Role.SUPPORT);

    private final Set<Role> fallback;

    DutyFunction(Role... fallback) {
        this.fallback = Set.of(fallback);
    }

    /** Who is called when nobody holds a post: people of the institution with one of these roles. */
    public Set<Role> fallback() {
        return fallback;
    }
}
