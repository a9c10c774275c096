package io.haetae.identity;

/** Kinds of institution. */
public enum InstitutionKind {
    /** 부·처·위원회: a central administrative agency. */
    MINISTRY,
    /** 청·소속기관: an agency below or beside a ministry. */
    AGENCY,
    /** 지방자치단체. */
    LOCAL_GOVERNMENT,
    /** 공공기관. */
    PUBLIC_BODY,
    /** 헌법기관: National Assembly, courts, Constitutional Court, Election Commission. */
    CONSTITUTIONAL;

    /** Whether such an institution may be a 재난관리주관기관 and issue crisis stages (재난안전법 제38조). */
    public boolean mayLead() {
        return this == MINISTRY || this == AGENCY;
    }
}
