package io.haetae.register;

import io.haetae.kernel.LocalizedText;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place that houses systems. */
@Entity
@Table(name = "register_site")
class Site {

    @Id
    private String code;

    @Column(name = "name_ko")
    private String nameKo;

    @Column(name = "name_en")
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private SiteKind kind;

    private String host;

    private @Nullable String region;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "register_room", joinColumns = @JoinColumn(name = "site"))
    @Column(name = "code")
    private Set<String> rooms = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Site() {}

    Site(SiteCommand command) {
        code = command.code();
        nameKo = command.name().ko();
        nameEn = command.name().en();
        kind = command.kind();
        host = command.host();
        change(command);
    }

    final void change(SiteCommand command) {
        nameKo = command.name().ko();
        nameEn = command.name().en();
        kind = command.kind();
        host = command.host();
        region = command.region();
        rooms.retainAll(command.rooms());
        rooms.addAll(command.rooms());
    }

    public String getCode() {
        return code;
    }

    public LocalizedText getName() {
        return new LocalizedText(nameKo, nameEn);
    }

    public SiteKind getKind() {
        return kind;
    }

    public String getHost() {
        return host;
    }

    public @Nullable String getRegion() {
        return region;
    }

    /** In the order of their codes. */
    public List<String> getRooms() {
        return rooms.stream().sorted().toList();
    }

    /** The version as callers see it: the first is 1. */
    public int getVersion() {
        return version + 1;
    }
}
