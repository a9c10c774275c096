package io.haetae.web.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.haetae.remedy.PolicyProgrammes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Policy tasks as far as public reports name them; what is made up says so. */
@ApplicationScoped
class DemoProgrammes {

    private final PolicyProgrammes programmes;

    DemoProgrammes(PolicyProgrammes programmes) {
        this.programmes = programmes;
    }

    void load() {
        try (InputStream file = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("demo/programmes.yaml"))) {
            programmes.setUp(new ObjectMapper(new YAMLFactory()).readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("demo/programmes.yaml", e);
        }
    }
}
