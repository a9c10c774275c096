package io.haetae.register;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Sites implements PanacheRepositoryBase<Site, String> {}
