package io.haetae.register.page;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.haetae.register.SiteService;
import io.haetae.register.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names beside codes, and the choices of a form. */
@ApplicationScoped
class Names {

    private final InstitutionService institutions;
    private final SiteService sites;

    Names(InstitutionService institutions, SiteService sites) {
        this.institutions = institutions;
        this.sites = sites;
    }

    /** Names by code, read once per page. */
    record Book(Map<String, LocalizedText> institutions, Map<String, LocalizedText> sites) {

        /** The institution's name, or its code when it has none. */
        public LocalizedText institution(@Nullable String code) {
            return of(institutions, code);
        }

        /** The site's name, or its code when it has none. */
        public LocalizedText site(@Nullable String code) {
            return of(sites, code);
        }

        private static LocalizedText of(Map<String, LocalizedText> names, @Nullable String code) {
            String shown = code == null ? "–" : code;
            return names.getOrDefault(shown, new LocalizedText(shown, shown));
        }
    }

    Book book() {
        return new Book(
                institutions.list().stream().collect(Collectors.toMap(InstitutionView::code, InstitutionView::name)),
                sites.all().stream().collect(Collectors.toMap(SiteView::code, SiteView::name)));
    }

    List<Form.Option> institutions(Locale locale, Predicate<InstitutionView> wanted) {
        return institutions.list().stream()
                .filter(wanted)
                .map(each -> new Form.Option(each.code(), each.name().in(locale)))
                .sorted(Comparator.comparing(Form.Option::label))
                .toList();
    }

    List<Form.Option> sites(Locale locale) {
        return sites.all().stream()
                .map(each -> new Form.Option(each.code(), each.name().in(locale)))
                .toList();
    }

    /** Every room there is; which site it belongs to is checked when the form is saved. */
    List<Form.Option> rooms() {
        return sites.all().stream()
                .flatMap(site -> site.rooms().stream())
                .distinct()
                .sorted()
                .map(room -> new Form.Option(room, room))
                .toList();
    }
}
