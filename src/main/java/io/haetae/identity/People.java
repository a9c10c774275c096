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
}
