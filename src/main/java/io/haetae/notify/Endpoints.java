package io.haetae.notify;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Endpoints implements PanacheRepositoryBase<Endpoint, UUID> {

    List<Endpoint> inUse() {
        return list("endedAt is null order by institution, name, id");
    }

    List<Endpoint> inUse(Collection<String> institutions) {
        return list("endedAt is null and institution in ?1 order by institution, name, id", institutions);
    }

    Optional<Endpoint> inUse(UUID id) {
        return find("id = ?1 and endedAt is null", id).firstResultOptional();
    }

    boolean has(NewEndpoint wanted) {
        return count(
                        "endedAt is null and institution = ?1 and channel = ?2 and address = ?3",
                        wanted.institution(),
                        wanted.channel(),
                        wanted.address())
                > 0;
    }
}
