package io.haetae.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** The password of the demonstration accounts: the one configured, else a new random one. */
@ApplicationScoped
class DemoPassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final DemoConfig config;
    private final SecureRandom random = new SecureRandom();

    DemoPassword(DemoConfig config) {
        this.config = config;
    }

    boolean isConfigured() {
        return config.password().isPresent();
    }

    String next() {
        return config.password().orElseGet(this::made);
    }

    private String made() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
