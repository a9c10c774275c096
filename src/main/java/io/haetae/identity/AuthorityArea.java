package io.haetae.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose unfinished business a person may know of: drafts, reviews and appeals stay with the central authority
 * (중앙사무관장기관, 전자정부법 제2조) that decides them, and none of the five looks into another's, whatever the role and
 * whoever houses the system.
 *
 * @param all for auditors, who read all, and for an administrator who acts for nobody
 * @param authorities the person's institution and the central authority that it names
 */
public record AuthorityArea(boolean all, Set<String> authorities) {

    public AuthorityArea {
        authorities = Set.copyOf(authorities);
    }

    /** Whether what that central authority decides may be known; nobody's is known to none but {@code all}. */
    public boolean includes(@Nullable String authority) {
        return all || authority != null && authorities.contains(authority);
    }

    /** The codes as a PostgreSQL array parameter. */
    public String[] array() {
        return authorities.toArray(String[]::new);
    }
}
