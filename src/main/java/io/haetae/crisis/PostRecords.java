package io.haetae.crisis;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PostRecords implements PanacheRepositoryBase<HeadquartersPost, UUID> {}
