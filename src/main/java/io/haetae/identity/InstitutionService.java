package io.haetae.identity;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Institutions and their tree. */
@ApplicationScoped
public class InstitutionService {

    /** From one institution upwards, and not through the whole tree: these are asked with most requests. */
    private static final String ABOVE = """
            with recursive line (code) as (
                select code from identity_institution where code = any (?)
                union select i.parent from line join identity_institution i on i.code = line.code and i.parent is not null)
            select code from line""";

    private static final String BELOW = """
            with recursive tree (code) as (
                select code from identity_institution where code = any (?)
                union select i.code from tree join identity_institution i on i.parent = tree.code)
            select code from tree""";

    private final Institutions institutions;
    private final IdentityMapper mapper;
    private final Sql sql;
    private final Journal journal;
    private final CurrentActor actor;
    private final InstitutionRows rows;
    private final Clock clock;

    InstitutionService(
            Institutions institutions,
            IdentityMapper mapper,
            Sql sql,
            Journal journal,
            CurrentActor actor,
            InstitutionRows rows,
            Clock clock) {
        this.institutions = institutions;
        this.mapper = mapper;
        this.sql = sql;
        this.journal = journal;
        this.actor = actor;
        this.rows = rows;
        this.clock = clock;
    }

    /** Creates an institution (ADMIN). Refuses a code in use and references that do not exist. */
    @Transactional
    public InstitutionView create(InstitutionCommand command) {
        actor.require(Role.ADMIN);
        rows.lockTree();
        if (institutions.findById(command.code()) != null) {
            throw new Refusal(KernelError.EXISTS, Map.of("value", command.code()));
        }
        check(command);
        Institution created = new Institution(command);
        institutions.persistAndFlush(created);
        journal.record("identity.institution-created", "INSTITUTION", command.code(), facts(command));
        return mapper.view(created);
    }

    /** Puts an institution right (ADMIN); its code stays, and what it was until today stays on record. */
    @Transactional
    public InstitutionView change(String code, int editedVersion, InstitutionCommand command) {
        actor.require(Role.ADMIN);
        rows.lockTree();
        Institution institution = load(code);
        IfMatch.check(editedVersion, institution.getVersion());
        if (!code.equals(command.code())) {
            throw Refusal.field("/code", "immutable", command.code());
        }
        String successor = institution.getSuccessor();
        if (successor != null) {
            throw new Refusal(IdentityError.ENDED, Map.of("value", code, "successor", successor));
        }
        check(command);
        institution.change(command, InstitutionRows.day(clock.instant()));
        institutions.flush();
        journal.record("identity.institution-changed", "INSTITUTION", code, facts(command));
        return mapper.view(institution);
    }

    /** The institution, or a refusal (404). */
    @Transactional
    public InstitutionView get(String code) {
        return mapper.view(load(code));
    }

    /** The institution, if there is one. */
    @Transactional
    public Optional<InstitutionView> find(String code) {
        return institutions.findByIdOptional(code).map(mapper::view);
    }

    /**
     * By code, as they are, those that ended too, or as they were on a day.
     *
     * @param q words of a name, a code or a standard code, present or former; null for all
     * @param under an institution: it and those below it only
     */
    @Transactional
    public List<InstitutionView> list(@Nullable String q, @Nullable String under, @Nullable LocalDate asOf) {
        return rows.list(q, under, asOf);
    }

    /** All institutions by code, those that ended too. */
    @Transactional
    public List<InstitutionView> list() {
        return institutions.listAll(Sort.by("code")).stream().map(mapper::view).toList();
    }

    /** The institution and all above it. */
    @Transactional
    public Set<String> selfAndAbove(String code) {
        return codes(ABOVE, List.of(code));
    }

    /** The institutions and all above any of them. */
    @Transactional
    public Set<String> selfAndAbove(Collection<String> codes) {
        return codes(ABOVE, codes);
    }

    /** The institution and all below it. */
    @Transactional
    public Set<String> selfAndBelow(String code) {
        return codes(BELOW, List.of(code));
    }

    /** The institutions and all below any of them. */
    @Transactional
    public Set<String> selfAndBelow(Collection<String> codes) {
        return codes(BELOW, codes);
    }

    /** The living institution that took the place of each that was merged, by the code of the former one. */
    @Transactional
    public Map<String, String> succeeded() {
        return rows.succeeded();
    }

    /** Whose unfinished business the actor may know of. */
    @Transactional
    public AuthorityArea area(Actor of) {
        if (of.hasAny(Role.AUDITOR) || of.institution().isEmpty()) {
            return new AuthorityArea(true, Set.of());
        }
        Set<String> authorities = new TreeSet<>(Set.of(of.institution()));
        find(of.institution()).map(InstitutionView::centralAuthority).ifPresent(authorities::add);
        return new AuthorityArea(false, authorities);
    }

    private Set<String> codes(String query, Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : new TreeSet<>(sql.list(query, row -> row.getString(1), (Object) codes.toArray(String[]::new)));
    }

    private Institution load(String code) {
        Institution institution = institutions.findById(code);
        if (institution == null) {
            throw Refusal.notFound();
        }
        return institution;
    }

    private void check(InstitutionCommand command) {
        List<FieldError> errors = new ArrayList<>();
        reference(errors, "/parent", command.parent(), null);
        reference(errors, "/centralAuthority", command.centralAuthority(), command.code());
        String parent = command.parent();
        if (parent != null
                && (parent.equals(command.code()) || selfAndAbove(parent).contains(command.code()))) {
            errors.add(FieldError.of("/parent", "circular", parent));
        }
        if (command.validFrom() != null
                && command.validUntil() != null
                && command.validUntil().isBefore(command.validFrom())) {
            errors.add(FieldError.of("/validUntil", "end-before-begin"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private void reference(List<FieldError> errors, String pointer, @Nullable String code, @Nullable String self) {
        if (code == null || code.equals(self)) {
            return;
        }
        Institution referred = institutions.findById(code);
        if (referred == null) {
            errors.add(FieldError.of(pointer, "unknown-institution", code));
        } else if (referred.getSuccessor() != null) {
            errors.add(new FieldError(
                    pointer, "ended-institution", Map.of("value", code, "allowed", referred.getSuccessor())));
        }
    }

    private static Map<String, Object> facts(InstitutionCommand command) {
        return Map.of(
                "name", command.name().ko(),
                "kind", command.kind().name(),
                "parent", Objects.requireNonNullElse(command.parent(), ""),
                "centralAuthority", Objects.requireNonNullElse(command.centralAuthority(), ""));
    }
}
