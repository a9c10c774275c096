package io.haetae.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class People implements PanacheRepositoryBase<Person, UUID> {

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
