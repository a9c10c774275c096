package io.haetae.support;

import io.haetae.identity.PersonView;
import io.haetae.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who is sent, from when until when. */
@Entity
@Table(name = "support_person")
class SupportPerson {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "request")
    SupportRequest request;

    UUID person;
    String username;
    String name;
    String institution;
    Instant since;

    @Nullable
    Instant until;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SupportPerson() {}

    SupportPerson(SupportRequest of, PersonView who, Instant since) {
        this.id = Ids.at(since);
        this.request = of;
        this.person = who.id();
        this.username = who.username();
        this.name = who.name();
        this.institution = Objects.requireNonNullElse(who.institution(), "");
        this.since = since;
    }
}
