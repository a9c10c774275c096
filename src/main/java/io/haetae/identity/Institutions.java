package io.haetae.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Institutions implements PanacheRepositoryBase<Institution, String> {}
