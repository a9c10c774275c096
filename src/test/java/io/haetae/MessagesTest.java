package io.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.haetae.kernel.ErrorCode;
import io.haetae.kernel.Texts;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text stands in both languages, once, and every refusal has words. */
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]\\w*}");

    @Test
    void both_languages_of_a_bundle_have_the_same_keys() {
        for (String bundle : Texts.BUNDLES) {
            assertThat(read(bundle, "en").keySet())
                    .as(bundle)
                    .isEqualTo(read(bundle, "ko").keySet());
        }
    }

    @Test
    void both_languages_of_a_text_have_the_same_placeholders() {
        List<String> wrong = new ArrayList<>();
        for (String bundle : Texts.BUNDLES) {
            Map<String, String> english = read(bundle, "en");
            read(bundle, "ko").forEach((key, korean) -> {
                if (!placeholders(korean).equals(placeholders(english.getOrDefault(key, korean)))) {
                    wrong.add(bundle + " " + key + ": " + korean + " / " + english.get(key));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_text_is_blank_and_no_key_stands_in_two_bundles() {
        Map<String, String> places = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (String bundle : Texts.BUNDLES) {
            for (String language : List.of("ko", "en")) {
                read(bundle, language).forEach((key, text) -> {
                    String other = places.put(language + " " + key, bundle);
                    if (other != null || text.isBlank()) {
                        wrong.add(key + " in " + bundle + (other == null ? " is blank" : " and " + other));
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_bundle_file_is_one_that_the_service_reads() throws IOException {
        Set<String> known = Texts.BUNDLES.stream()
                .flatMap(bundle -> Stream.of(bundle + ".ko.properties", bundle + ".en.properties"))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(known);
        }
    }

    @Test
    void every_refusal_has_a_title_and_a_detail() {
        Set<String> keys = Texts.BUNDLES.stream()
                .flatMap(bundle -> read(bundle, "ko").keySet().stream())
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (ErrorCode code : errorCodes()) {
            for (String part : List.of("title", "detail")) {
                String key = "error." + code.code() + "." + part;
                if (!keys.contains(key)) {
                    missing.add(key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_refusal_is_named_after_its_room() {
        assertThat(errorCodes()).allSatisfy(code -> assertThat(code.code())
                .startsWith(code.getClass().getPackageName().split("\\.")[2] + ".")
                .matches("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+"));
    }

    private static List<ErrorCode> errorCodes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.haetae").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(ErrorCode.class::cast)
                        .toList();
    }

    /** A fact that has a text in each language stands as {@code nameKo} and {@code nameEn}. */
    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceAll("(Ko|En)}$", "}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String bundle, String language) {
        Path file = FOLDER.resolve(bundle + "." + language + ".properties");
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new AssertionError(file.toString(), e);
            }
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }
}
