package io.haetae.identity;

import io.haetae.kernel.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with an account. */
@Entity
@Table(name = "identity_person")
class Person {

    @Id
    private UUID id;

    private String username;
    private String name;
    private @Nullable String institution;
    private @Nullable String mail;
    private @Nullable String phone;
    private @Nullable String language;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "credential_version")
    private int credentialVersion;

    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "identity_person_role", joinColumns = @JoinColumn(name = "person"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Person() {}

    Person(UUID id, String username, Instant createdAt, PersonChange state) {
        this.id = id;
        this.username = username;
        this.createdAt = createdAt;
        this.name = state.name();
        this.credentialVersion = 1;
        change(state);
    }

    final void change(PersonChange state) {
        name = state.name();
        institution = state.institution();
        mail = state.mail();
        phone = state.phone();
        language = state.language();
        active = !Boolean.FALSE.equals(state.active());
        roles.clear();
        roles.addAll(state.roles());
    }

    /** A new password ends every cached proof of the old one. */
    void setPassword(String hash) {
        passwordHash = hash;
        credentialVersion++;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    void choose(String chosenLanguage) {
        language = chosenLanguage;
    }

    public UUID getId() {
        return id;
    }

    public String getUsername() {
        return username;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getInstitution() {
        return institution;
    }

    public @Nullable String getMail() {
        return mail;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public boolean isActive() {
        return active;
    }

    public Set<Role> getRoles() {
        return roles;
    }

    /** The version as callers see it: the first is 1. */
    public int getVersion() {
        return version + 1;
    }
}
