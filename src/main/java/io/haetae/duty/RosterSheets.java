package io.haetae.duty;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the page of an institution's rosters shows. */
@ApplicationScoped
class RosterSheets {

    private final RosterLists lists;
    private final TeamLists teams;
    private final ReadinessService readiness;
    private final InstitutionService institutions;
    private final CurrentActor actor;
    private final RequestLanguage language;

    RosterSheets(
            RosterLists lists,
            TeamLists teams,
            ReadinessService readiness,
            InstitutionService institutions,
            CurrentActor actor,
            RequestLanguage language) {
        this.lists = lists;
        this.teams = teams;
        this.readiness = readiness;
        this.institutions = institutions;
        this.actor = actor;
        this.language = language;
    }

    /**
     * What it shows.
     *
     * @param institution whose roster, null when the reader acts for none and has chosen none
     * @param choices institutions he may look at
     * @param onDuty who would be called now
     * @param unready levels of call-outs that would not reach anybody
     * @param teams of the institution, with their rosters
     * @param posts held now or later
     * @param mayKeep whether he may change it
     */
    record Sheet(
            @Nullable InstitutionView institution,
            List<Form.Option> choices,
            List<OnDuty> onDuty,
            List<UnreadyLevel> unready,
            List<TeamView> teams,
            List<PostView> posts,
            boolean mayKeep) {}

    Scope scope() {
        return lists.scope(actor.get());
    }

    Sheet of(@Nullable String code) {
        Scope scope = scope();
        List<Form.Option> choices = choices(scope);
        if (code == null || choices.stream().noneMatch(choice -> choice.value().equals(code))) {
            return new Sheet(null, choices, List.of(), List.of(), List.of(), List.of(), false);
        }
        return new Sheet(
                institutions.get(code),
                choices,
                lists.onDuty(scope, code, null),
                readiness.known(scope, code),
                teams.list(scope, code, null, Page.MAX_LIMIT).items(),
                lists.currentAndComing(scope, code),
                actor.get().hasAny(Role.ADMIN, Role.OFFICER));
    }

    /** An institution whose rosters the reader may look at. */
    Optional<InstitutionView> seen(String code) {
        return choices(scope()).stream().anyMatch(choice -> choice.value().equals(code))
                ? institutions.find(code)
                : Optional.empty();
    }

    private List<Form.Option> choices(Scope scope) {
        Actor reader = actor.get();
        Set<String> within = scope.all() ? Set.of() : institutions.selfAndBelow(reader.institution());
        return institutions.list().stream()
                .filter(each -> scope.all() || within.contains(each.code()))
                .map(each -> new Form.Option(each.code(), each.name().in(language.get())))
                .toList();
    }
}
