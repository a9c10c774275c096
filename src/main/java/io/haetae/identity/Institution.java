package io.haetae.identity;

import io.haetae.kernel.LocalizedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One institution. Its code never changes; what is merged or renamed gets a new entry beside the old one. */
@Entity
@Table(name = "identity_institution")
class Institution {

    @Id
    private String code;

    @Column(name = "name_ko")
    private String nameKo;

    @Column(name = "name_en")
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private InstitutionKind kind;

    private @Nullable String parent;

    @Column(name = "central_authority")
    private @Nullable String centralAuthority;

    @Column(name = "standard_code")
    private @Nullable String standardCode;

    private @Nullable String region;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Institution() {}

    Institution(InstitutionCommand command) {
        this.code = command.code();
        this.nameKo = command.name().ko();
        this.nameEn = command.name().en();
        this.kind = command.kind();
        change(command);
    }

    final void change(InstitutionCommand command) {
        nameKo = command.name().ko();
        nameEn = command.name().en();
        kind = command.kind();
        parent = command.parent();
        centralAuthority = command.centralAuthority();
        standardCode = command.standardCode();
        region = command.region();
        validFrom = command.validFrom();
        validUntil = command.validUntil();
    }

    public String getCode() {
        return code;
    }

    public LocalizedText getName() {
        return new LocalizedText(nameKo, nameEn);
    }

    public InstitutionKind getKind() {
        return kind;
    }

    public @Nullable String getParent() {
        return parent;
    }

    public @Nullable String getCentralAuthority() {
        return centralAuthority;
    }

    public @Nullable String getStandardCode() {
        return standardCode;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public @Nullable LocalDate getValidUntil() {
        return validUntil;
    }

    /** The version as callers see it: the first is 1. */
    public int getVersion() {
        return version + 1;
    }
}
