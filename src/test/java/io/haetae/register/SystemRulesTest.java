package io.haetae.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.identity.InstitutionKind;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.LocalizedText;
import io.haetae.register.SystemParts.ExternalId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SystemRulesTest {

    private static final ExternalId TAKEN = new ExternalId("nTOPS", "7");
    private static final SystemRules.Known KNOWN = new SystemRules.Known(
            Map.of("MOIS", InstitutionKind.MINISTRY, "COURT", InstitutionKind.CONSTITUTIONAL),
            Map.of("DAEJEON", Set.of("5F-7")),
            Map.of(TAKEN, "HOLDER"));

    private static SystemCommand system(
            String code, String owner, @Nullable String lead, @Nullable String site, @Nullable String room) {
        return new SystemCommand(
                code,
                new LocalizedText("이름", "Name"),
                owner,
                null,
                lead,
                site,
                room,
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 1),
                List.of(TAKEN),
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static List<String> wrong(SystemCommand system) {
        return SystemRules.check(system, KNOWN).stream()
                .map(FieldError::pointer)
                .toList();
    }

    @Test
    void an_entry_that_refers_to_what_there_is_may_stand() {
        assertThat(wrong(system("HOLDER", "MOIS", "MOIS", "DAEJEON", "5F-7"))).isEmpty();
    }

    @Test
    void a_court_never_leads_a_disaster() {
        assertThat(wrong(system("HOLDER", "COURT", "COURT", null, null))).containsExactly("/leadAgency");
    }

    @Test
    void a_room_needs_a_site_that_has_it() {
        assertThat(wrong(system("HOLDER", "MOIS", null, null, "5F-7"))).containsExactly("/room");
        assertThat(wrong(system("HOLDER", "MOIS", null, "DAEJEON", "cellar"))).containsExactly("/room");
        assertThat(wrong(system("HOLDER", "MOIS", null, "MOON", "5F-7"))).containsExactly("/site");
    }

    @Test
    void an_external_id_of_another_system_is_taken() {
        assertThat(wrong(system("OTHER", "MOIS", null, null, null))).containsExactly("/externalIds/0");
    }
}
