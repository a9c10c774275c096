package io.haetae.notify;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an institution takes messages by machine. Ended, never deleted: deliveries name it. */
@Entity
@Table(name = "notify_endpoint")
class Endpoint {

    @Id
    private UUID id;

    private String institution;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String name;

    private String address;

    private byte[] sealed;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Endpoint() {}

    Endpoint(UUID id, NewEndpoint command, byte[] sealed, Instant at) {
        this.id = id;
        this.institution = command.institution();
        this.channel = command.channel();
        this.name = command.name();
        this.address = command.address();
        this.sealed = sealed;
        this.createdAt = at;
    }

    void end(Instant at) {
        endedAt = at;
    }

    public UUID getId() {
        return id;
    }

    public String getInstitution() {
        return institution;
    }

    public Channel getChannel() {
        return channel;
    }

    public String getName() {
        return name;
    }

    public String getAddress() {
        return address;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
