package io.haetae.access;

import java.util.Locale;

/** Whose a thing is, seen from a person of the ministry. */
enum Side {
    /** The ministry itself, a central authority. */
    OWN("ACOWN"),
    /** An agency below it. */
    BELOW("ACBELOW"),
    /** An institution under another central authority. */
    SIBLING("ACSIB");

    private final String institution;

    Side(String institution) {
        this.institution = institution;
    }

    String institution() {
        return institution;
    }

    String site() {
        return institution + "-DC";
    }

    String system() {
        return institution + "-SYS";
    }

    /** Words that stand only in what belongs to the institution and that nobody out of its scope may read. */
    String secret() {
        return "SECRET-" + institution;
    }

    /** Log-in name of the institution's person with a role. */
    String person(String role) {
        return ("ac." + institution + "." + role).toLowerCase(Locale.ROOT);
    }
}
