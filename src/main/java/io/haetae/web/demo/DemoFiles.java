package io.haetae.web.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.haetae.identity.InstitutionCommand;
import io.haetae.identity.InstitutionKind;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.register.DependencyCommand;
import io.haetae.register.SiteCommand;
import io.haetae.register.SiteKind;
import io.haetae.register.SystemCommand;
import io.haetae.register.SystemTraits.DependencyType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files of the demonstration. */
@ApplicationScoped
class DemoFiles {

    private static final String SITE = "NIRS-DAEJEON";

    private final ObjectMapper json;

    DemoFiles(ObjectMapper json) {
        this.json = json;
    }

    /** Somebody of the demonstration. */
    record DemoPerson(
            String username,
            String name,
            Role role,
            @Nullable String institution) {}

    List<InstitutionCommand> institutions() {
        return rows("institutions.csv").stream()
                .map(row -> new InstitutionCommand(
                        text(row, "code"),
                        name(row),
                        InstitutionKind.valueOf(text(row, "kind")),
                        orNull(row, "parent"),
                        orNull(row, "centralAuthority"),
                        null,
                        orNull(row, "region"),
                        null,
                        null))
                .toList();
    }

    List<SiteCommand> sites() {
        return rows("sites.csv").stream()
                .map(row -> new SiteCommand(
                        text(row, "code"),
                        name(row),
                        SiteKind.valueOf(text(row, "kind")),
                        text(row, "host"),
                        orNull(row, "region"),
                        orNull(row, "rooms") == null
                                ? List.of()
                                : List.of(text(row, "rooms").split(" "))))
                .toList();
    }

    List<DemoPerson> people() {
        return rows("people.csv").stream()
                .map(row -> new DemoPerson(
                        text(row, "username"),
                        text(row, "name"),
                        Role.valueOf(text(row, "role")),
                        orNull(row, "institution")))
                .toList();
    }

    /** The named systems and then the numbered ones. */
    List<DemoSystem> systems() {
        List<DemoSystem> systems = new ArrayList<>();
        try (InputStream file = open("systems.yaml")) {
            for (JsonNode entry : new ObjectMapper(new YAMLFactory()).readTree(file)) {
                systems.add(named((ObjectNode) entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("demo/systems.yaml", e);
        }
        systems.addAll(NumberedSystems.all());
        return systems;
    }

    private DemoSystem named(ObjectNode entry) throws JsonProcessingException {
        int grade = entry.remove("systemGrade").asInt();
        JsonNode on = entry.remove("dependencies");
        entry.put("site", SITE);
        SystemCommand system = json.treeToValue(entry, SystemCommand.class);
        List<DependencyCommand> dependencies = new ArrayList<>();
        if (on != null) {
            for (JsonNode one : on) {
                String[] pair = one.asText().split(":", 2);
                dependencies.add(new DependencyCommand(pair[0], DependencyType.valueOf(pair[1])));
            }
        }
        return new DemoSystem(system, grade, grade, dependencies);
    }

    private static List<Map<String, String>> rows(String name) {
        try (InputStream file = open(name);
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(file)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("demo/" + name, e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("demo/" + name), name);
    }

    private static LocalizedText name(Map<String, String> row) {
        return new LocalizedText(text(row, "ko"), text(row, "en"));
    }

    private static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static @Nullable String orNull(Map<String, String> row, String column) {
        String value = row.get(column);
        return value == null || value.isBlank() ? null : value;
    }
}
