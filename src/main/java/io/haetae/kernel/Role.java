package io.haetae.kernel;

/** What a person may do. Which things they may do it to is their {@link Scope}. */
public enum Role {
    /** Operates systems of the institution: logs, works and closes failures. */
    OPERATOR,
    /** 종합상황실: sees every failure of a major system and confirms its failure grade. */
    SITUATION,
    /** 사이버장애지원단: logs and escalates anywhere, helps systems housed elsewhere. */
    SUPPORT,
    /** 지능정보화책임관 office (CIO): keeps the ministry's part of the register and submits assessments. */
    OFFICER,
    /** Grade office of a central authority: decides system grades. */
    AUTHORITY,
    /** Disaster headquarters staff. */
    HQ,
    /** Reads all, changes nothing. */
    AUDITOR,
    /** Sets up people, institutions, sites, systems, keys and rules; decides no grade, incident or stage. */
    ADMIN
}
