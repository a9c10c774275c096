package io.haetae.crisis;

import io.haetae.identity.InstitutionKind;
import io.haetae.identity.InstitutionView;

/** Bodies that direct the response. Each is set up and dissolved by its own decision, never by a stage. */
public enum HeadquartersKind {
    /** 위기상황대응팀: an agency's own, usually headed by a director-general. */
    RESPONSE_TEAM,
    /** 위기상황대응본부: an agency's own, usually headed by a vice minister. */
    RESPONSE_HQ,
    /** 중앙사고수습본부: by the lead agency (재난안전법 제15조의2). */
    CENTRAL_ACCIDENT_HQ,
    /** 중앙재난안전대책본부: by MOIS (제14조). */
    CENTRAL_DISASTER_HQ,
    /** 지역재난안전대책본부: by a local government (제16조). */
    REGIONAL_HQ,
    /** 대책지원본부: by MOIS (제17조의3). */
    SUPPORT_HQ;

    /** Whether that institution may set one up. */
    boolean mayBeSetUpBy(InstitutionView institution, String safetyMinistry) {
        return switch (this) {
            case RESPONSE_TEAM, RESPONSE_HQ -> true;
            case CENTRAL_ACCIDENT_HQ -> institution.kind().mayLead();
            case CENTRAL_DISASTER_HQ, SUPPORT_HQ -> institution.code().equals(safetyMinistry);
            case REGIONAL_HQ -> institution.kind() == InstitutionKind.LOCAL_GOVERNMENT;
        };
    }
}
