package io.haetae.identity;

import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class People implements PanacheRepositoryBase<Person, UUID> {

    private final Sql sql;

    People(Sql sql) {
        this.sql = sql;
    }

    /** Active people with a role at one of the institutions; what one was asked that was merged is its successor's. */
    List<Person> holding(Role role, Collection<String> of) {
        Set<String> institutions = new HashSet<>(of);
        institutions.addAll(sql.list(
                "select latter from identity_succeeded where former = any (?)", row -> row.getString(1), (Object)
                        of.toArray(String[]::new)));
        return list(
                "select distinct p from Person p left join fetch p.roles join p.roles r"
                        + " where r = ?1 and p.institution in ?2 and p.active = true order by p.name, p.username",
                role,
                institutions);
    }

    /** Active people with a role. */
    List<Person> holding(Role role) {
        return list(
                "select distinct p from Person p left join fetch p.roles join p.roles r"
                        + " where r = ?1 and p.active = true order by p.name, p.username",
                role);
    }

    Optional<Person> byUsername(String username) {
        return find("from Person p left join fetch p.roles where p.username = ?1", username)
                .singleResultOptional();
    }

    /** One start at a time looks whether there is anybody, until its transaction ends. */
    void waitForOtherStarts() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('identity.first-start', 0))")
                .getSingleResult();
    }
}
