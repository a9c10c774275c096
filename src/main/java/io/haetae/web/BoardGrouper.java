package io.haetae.web;

import io.haetae.crisis.CrisisReadService;
import io.haetae.crisis.CrisisRow;
import io.haetae.identity.InstitutionService;
import io.haetae.incident.BoardIncident;
import io.haetae.intake.StormAlerts;
import io.haetae.kernel.Actor;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import io.haetae.register.SiteService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a grouping needs to know: names and memberships, in one statement each, however many incidents. */
@ApplicationScoped
class BoardGrouper {

    private final CrisisReadService crises;
    private final InstitutionService institutions;
    private final SiteService sites;
    private final StormAlerts alerts;
    private final Texts texts;
    private final RequestLanguage language;

    BoardGrouper(
            CrisisReadService crises,
            InstitutionService institutions,
            SiteService sites,
            StormAlerts alerts,
            Texts texts,
            RequestLanguage language) {
        this.crises = crises;
        this.institutions = institutions;
        this.sites = sites;
        this.alerts = alerts;
        this.texts = texts;
        this.language = language;
    }

    List<BoardGroup> groups(
            Grouping grouping, List<BoardIncident> incidents, List<CrisisRow> open, Actor reader, Instant now) {
        BoardGroups.By by =
                switch (grouping) {
                    case GRADE -> byGrade();
                    case CRISIS -> byCrisis(open, reader);
                    case SITE -> bySite();
                    case INSTITUTION -> byInstitution();
                    case CAUSE -> byCause(incidents);
                };
        return BoardGroups.of(incidents, by, now);
    }

    private BoardGroups.By byGrade() {
        Locale locale = language.get();
        return new BoardGroups.By(
                incident -> incident.row().failureGrade() == null
                        ? List.of()
                        : List.of(String.valueOf(incident.row().failureGrade())),
                named(Grouping.GRADE, key -> texts.text(locale, "web.failure-grade", Map.of("n", key))),
                key -> "");
    }

    private BoardGroups.By byCrisis(List<CrisisRow> open, Actor reader) {
        Map<String, List<String>> membership = crises.membership(reader);
        Map<String, String> titles =
                open.stream().collect(Collectors.toMap(CrisisRow::number, CrisisRow::title, (one, other) -> one));
        return new BoardGroups.By(
                incident -> membership.getOrDefault(incident.row().number(), List.of()),
                named(Grouping.CRISIS, key -> titles.getOrDefault(key, key)),
                key -> titles.containsKey(key) ? "/crisis/" + key : "");
    }

    private BoardGroups.By bySite() {
        Map<String, String> names = sites.all().stream()
                .collect(Collectors.toMap(
                        site -> site.code(), site -> site.name().in(language.get())));
        return new BoardGroups.By(
                BoardIncident::sites, named(Grouping.SITE, key -> names.getOrDefault(key, key)), key -> "");
    }

    private BoardGroups.By byInstitution() {
        Map<String, String> names = institutions.list().stream()
                .collect(Collectors.toMap(
                        institution -> institution.code(),
                        institution -> institution.name().in(language.get())));
        return new BoardGroups.By(
                BoardIncident::institutions,
                named(Grouping.INSTITUTION, key -> names.getOrDefault(key, key)),
                key -> names.containsKey(key) ? "/incidents?state=OPEN&institution=" + key : "");
    }

    /** A cause stands in its own group, with its effects. */
    private BoardGroups.By byCause(List<BoardIncident> incidents) {
        Map<String, String> titles = incidents.stream()
                .collect(Collectors.toMap(
                        each -> each.row().number(), each -> each.row().title(), (one, other) -> one));
        Map<String, String> causes = alerts.causes(titles.keySet());
        Set<String> known = Set.copyOf(causes.values());
        return new BoardGroups.By(
                incident -> {
                    String number = incident.row().number();
                    String cause = known.contains(number) ? number : causes.get(number);
                    return cause == null ? List.of() : List.of(cause);
                },
                named(Grouping.CAUSE, key -> titles.containsKey(key) ? key + " " + titles.get(key) : key),
                key -> titles.containsKey(key) ? "/incidents/" + key : "");
    }

    private Function<String, String> named(Grouping grouping, Function<String, String> label) {
        return key -> switch (key) {
            case BoardGroups.NONE -> texts.text(language.get(), "web.board.group-none." + grouping);
            case BoardGroups.EXERCISE -> texts.text(language.get(), "web.exercise.mark");
            default -> label.apply(key);
        };
    }
}
