package io.haetae.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each house rule catches code that breaks it: {@code io.haetae.wrong} is wrong on purpose. */
class HouseRulesCatchTest {

    private static final String WRONG = "io.haetae.wrong";

    private final House house = new House(WRONG, new ClassFileImporter().importPackages(WRONG));
    private final RoomPlan plan = RoomPlan.ofTheHouse();

    @Test
    void a_room_that_is_not_on_the_plan() {
        RoomPlan small = new RoomPlan();
        small.room("kernel");
        assertThat(house.rooms()).containsExactly("audit", "kernel");
        assertThat(small.rooms().keySet()).doesNotContain("audit");
    }

    @Test
    void a_use_of_a_room_below() {
        assertThat(house.usesOfForbiddenRooms(plan)).isNotEmpty().allMatch(use -> use.contains("wrong.audit"));
    }

    @Test
    void a_use_of_a_foreign_sub_package_and_a_knot() {
        assertThat(house.usesOfForeignSubPackages()).isNotEmpty().allMatch(use -> use.contains("wrong.audit.inner"));
        assertThat(house.knotsInsideRooms())
                .containsExactly(
                        "io.haetae.wrong.audit -> io.haetae.wrong.audit.inner",
                        "io.haetae.wrong.audit.inner -> io.haetae.wrong.audit");
    }

    @Test
    void a_transaction_on_what_is_no_bean() {
        assertThat(house.misplacedTransactions()).containsExactly(WRONG + ".kernel.WrongImpl.act()");
    }

    @Test
    void every_way_to_ask_the_system_for_the_time() {
        assertThat(house.readingsOfTheSystemClock()).hasSize(4);
    }

    @Test
    void scattered_settings_injected_fields_and_crowded_constructors() {
        assertThat(house.scatteredSettings()).containsExactly(WRONG + ".kernel.WrongImpl.setting");
        assertThat(house.injectedFields()).containsExactly(WRONG + ".kernel.WrongImpl.setting");
        assertThat(house.crowdedConstructors()).hasSize(1);
    }

    @Test
    void a_name_that_says_nothing_and_output_that_nobody_collects() {
        assertThat(house.emptyNames()).containsExactly(WRONG + ".kernel.WrongImpl");
        assertThat(house.strayOutput()).containsExactly(WRONG + ".kernel.WrongImpl");
        assertThat(house.strayOutput(WRONG + ".kernel.WrongImpl")).isEmpty();
    }

    @Test
    void an_observer_inside_the_transaction() {
        assertThat(house.observersInsideTheTransaction()).hasSize(1);
    }

    @Test
    void http_and_frameworks_where_they_do_not_belong() {
        assertThat(house.httpAwayFromTheEdge()).containsExactly(WRONG + ".audit.Above");
        assertThat(house.frameworkIn("audit")).containsExactly(WRONG + ".audit.Above");
    }

    @Test
    void a_long_file_a_long_method_and_a_package_without_words(@TempDir Path folder) throws Exception {
        Path room = Files.createDirectories(folder.resolve("io/haetae/room"));
        Files.writeString(
                room.resolve("Long.java"),
                "package io.haetae.room;\nclass Long {\n void run() { int a; int b; int c; int d;" + "\n".repeat(40)
                        + "}\n" + "\n".repeat(300) + "}\n");
        Sources sources = new Sources(folder);

        assertThat(sources.filesTooLong()).containsExactly("io/haetae/room/Long.java has 344 lines");
        assertThat(sources.methodsTooLong()).containsExactly("Long.java run has 41 lines");
        assertThat(sources.packagesWithoutWords()).containsExactly("io/haetae/room");
        Files.writeString(room.resolve("package-info.java"), "@NullMarked\npackage io.haetae.room;\n");
        assertThat(sources.packagesWithoutWords()).isEqualTo(Set.of());
    }

    @Test
    void a_native_query_of_a_plain_class(@TempDir Path folder) throws Exception {
        Path room = Files.createDirectories(folder.resolve("io/haetae/room"));
        Files.writeString(
                room.resolve("Entity.java"), "database.createNativeQuery(\"select 1\", Run.class).getResultList();");
        Files.writeString(room.resolve("Plain.java"), "database.createNativeQuery(\"select\" + x,\n  String.class);");

        assertThat(new Sources(folder).nativeQueriesOfPlainClasses()).containsExactly("io/haetae/room/Plain.java");
    }

    @Test
    void a_parameter_that_is_valid_only_in_its_name(@TempDir Path folder) throws Exception {
        Path room = Files.createDirectories(folder.resolve("io/haetae/room"));
        Files.writeString(
                room.resolve("Whole.java"),
                "void a(String id, @Valid Said.Words said, List<Said.@Valid Words> all) {}");
        Files.writeString(room.resolve("Name.java"), "void a(String id,\n  @NotNull Said.@Valid Words said) {}");

        assertThat(new Sources(folder).parametersOnlyValidInName()).containsExactly("io/haetae/room/Name.java");
    }
}
