package io.haetae.web;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Where the built style sheet and script lie: their names carry a hash, so that a browser never keeps an old one. */
@TemplateExtension(namespace = "assets")
final class PageAssets {

    private static final Properties NAMES = load();

    private PageAssets() {}

    static String style() {
        return "/assets/" + NAMES.getProperty("style", "haetae.css");
    }

    static String script() {
        return "/assets/" + NAMES.getProperty("script", "haetae.js");
    }

    private static Properties load() {
        Properties names = new Properties();
        String manifest = "META-INF/resources/assets/manifest.properties";
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(manifest)) {
            if (stream != null) {
                names.load(stream);
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(manifest, e);
        }
    }
}
