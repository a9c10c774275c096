package io.haetae.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every manual that is shipped can be loaded, and lies where it says. */
class ShippedManualsTest {

    private static final Path FOLDER = Path.of("manuals");

    @TestFactory
    Stream<DynamicTest> every_manual_is_accepted() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(FOLDER)) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        return Stream.concat(files.stream(), Stream.of(Path.of("src/test/resources/manuals", ManualFixture.EXAMPLE)))
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> isAccepted(file)));
    }

    private static void isAccepted(Path file) {
        Path folder = file.startsWith(FOLDER) ? FOLDER : Path.of("src/test/resources/manuals");
        String name = folder.relativize(file).toString();
        Manual.Header header =
                ManualFixture.read(name, ManualFixture.text(file)).header();
        assertThat(header.id() + "/" + header.version() + ".yaml").isEqualTo(name);
    }
}
