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

/** One institution as it is now. Its code never changes; its former states are kept by a trigger, see its lineage. */
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

    /** First day of this state, null when it has been so ever since. */
    @Column(name = "changed_on")
    private @Nullable LocalDate changedOn;

    /** Where it was merged into, null while it lives. */
    private @Nullable String successor;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Institution() {}

    Institution(InstitutionCommand command) {
        this.code = command.code();
        this.nameKo = command.name().ko();
        this.nameEn = command.name().en();
        this.kind = command.kind();
        replace(command);
        this.changedOn = command.validFrom();
    }

    /** From that day on it is so; never before the state that it follows. */
    void change(InstitutionCommand command, LocalDate today) {
        replace(command);
        changedOn = changedOn == null || changedOn.isBefore(today) ? today : changedOn;
    }

    private void replace(InstitutionCommand command) {
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

    public @Nullable String getSuccessor() {
        return successor;
    }

    /** The version as callers see it: the first is 1. */
    public int getVersion() {
        return version + 1;
    }
}
