package io.haetae.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The code keeps the house rules. What each rule catches is shown by {@link HouseRulesCatchTest}. */
class HouseRulesTest {

    private static final String ROOT = "io.haetae";
    private static final Sources SOURCES = new Sources(Path.of("src/main/java"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT)
            .that(DescribedPredicate.describe("are written by hand", HouseRulesTest::isWrittenByHand));

    private final House house = new House(ROOT, CLASSES);
    private final RoomPlan plan = RoomPlan.ofTheHouse();

    private static boolean isWrittenByHand(JavaClass type) {
        return type.getSource()
                .flatMap(source -> source.getFileName())
                .filter(file -> SOURCES.hold(type.getPackageName(), file))
                .isPresent();
    }

    @Test
    void the_plan_itself_has_no_circle() {
        Set<String> above = new TreeSet<>();
        plan.rooms().forEach((room, uses) -> {
            assertThat(above).as(room).containsAll(uses);
            above.add(room);
        });
    }

    @Test
    void every_room_is_on_the_plan() {
        assertThat(house.rooms()).isNotEmpty().isSubsetOf(plan.rooms().keySet());
    }

    @Test
    void a_room_uses_only_the_rooms_the_plan_allows() {
        assertThat(house.usesOfForbiddenRooms(plan)).isEmpty();
    }

    @Test
    void sub_packages_belong_to_their_room_and_make_no_knots() {
        assertThat(house.usesOfForeignSubPackages()).isEmpty();
        assertThat(house.knotsInsideRooms()).isEmpty();
    }

    @Test
    void entities_resources_repositories_mappers_settings_sweeps_and_errors_stay_in_their_room() {
        assertThat(house.publicInnards()).isEmpty();
    }

    @Test
    void resource_methods_are_public_and_resources_are_named_api_or_pages() {
        assertThat(house.hiddenResourceMethods()).isEmpty();
        assertThat(house.misnamedResources()).isEmpty();
    }

    @Test
    void transactions_begin_in_public_methods_of_application_scoped_beans_never_in_resources() {
        assertThat(house.misplacedTransactions()).isEmpty();
    }

    @Test
    void time_comes_from_the_clock() {
        assertThat(house.readingsOfTheSystemClock()).isEmpty();
    }

    @Test
    void settings_stand_in_one_mapping_per_room() {
        assertThat(house.scatteredSettings()).isEmpty();
    }

    @Test
    void what_a_class_needs_comes_through_its_constructor_and_is_not_much() {
        assertThat(house.injectedFields()).isEmpty();
        assertThat(house.crowdedConstructors()).isEmpty();
    }

    @Test
    void names_say_something() {
        assertThat(house.emptyNames()).isEmpty();
    }

    @Test
    void only_what_runs_before_logging_and_the_secret_shown_once_write_to_the_console() {
        assertThat(house.strayOutput(
                        "io.haetae.Main",
                        "io.haetae.kernel.database.DataDirectory",
                        "io.haetae.kernel.database.EmbeddedDatabase",
                        "io.haetae.identity.FirstStart",
                        "io.haetae.web.demo.DemoStart"))
                .isEmpty();
    }

    @Test
    void http_is_spoken_at_the_edge_only() {
        assertThat(house.httpAwayFromTheEdge()).isEmpty();
    }

    @Test
    void rules_are_evaluated_without_any_framework() {
        assertThat(house.frameworkIn("rule.engine")).isEmpty();
    }

    @Test
    void rooms_hear_of_each_other_after_the_commit() {
        assertThat(house.observersInsideTheTransaction()).isEmpty();
    }

    @Test
    void files_and_methods_stay_short() {
        assertThat(SOURCES.filesTooLong()).isEmpty();
        assertThat(SOURCES.methodsTooLong()).isEmpty();
    }

    @Test
    void native_queries_name_no_plain_class() {
        assertThat(SOURCES.nativeQueriesOfPlainClasses()).isEmpty();
    }

    @Test
    void commands_are_valid_as_a_whole() {
        assertThat(SOURCES.parametersOnlyValidInName()).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() {
        assertThat(SOURCES.packagesWithoutWords()).isEmpty();
    }
}
