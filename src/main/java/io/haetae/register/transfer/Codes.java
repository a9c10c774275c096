package io.haetae.register.transfer;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.LocalizedText;
import io.haetae.register.SiteService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists name institutions and sites as people call them, where the register wants their codes. */
@ApplicationScoped
class Codes {

    private static final Set<String> INSTITUTIONS = Set.of(Columns.OWNER, "operator", "leadAgency");
    private static final String SITE = "site";

    private final InstitutionService institutions;
    private final SiteService sites;

    Codes(InstitutionService institutions, SiteService sites) {
        this.institutions = institutions;
        this.sites = sites;
    }

    /** What names mean now. */
    Book book() {
        Names agencies = new Names();
        institutions.list().forEach(each -> agencies.add(each.code(), each.name()));
        Names places = new Names();
        sites.all().forEach(each -> places.add(each.code(), each.name()));
        return new Book(agencies.codes, places.codes);
    }

    /** Codes by name; what is no name stays as it is, and so does a name that two bear. */
    record Book(Map<String, String> institutions, Map<String, String> sites) {

        String code(String path, String cell) {
            if (INSTITUTIONS.contains(path)) {
                return institutions.getOrDefault(cell, cell);
            }
            return path.equals(SITE) ? sites.getOrDefault(cell, cell) : cell;
        }
    }

    private static final class Names {

        private final Map<String, String> codes = new HashMap<>();
        private final Set<String> twice = new HashSet<>();

        void add(String code, LocalizedText name) {
            for (String each : new HashSet<>(List.of(name.ko(), name.en()))) {
                String other = codes.put(each, code);
                if (twice.contains(each) || (other != null && !other.equals(code))) {
                    twice.add(each);
                    codes.remove(each);
                }
            }
        }
    }
}
