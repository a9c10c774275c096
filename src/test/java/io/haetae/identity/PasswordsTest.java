package io.haetae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_is_hashed_at_a_cost_that_makes_guessing_slow() {
        assertThat(passwords.hash("correct-horse")).startsWith("$2a$12$");
    }

    @Test
    void a_password_fits_its_hash_and_no_other_does() {
        String hash = passwords.hash("correct-horse");
        assertThat(passwords.matchesHash(hash, "correct-horse")).isTrue();
        assertThat(passwords.matchesHash(hash, "correct-horses")).isFalse();
    }

    @Test
    void nobody_has_a_password_that_fits() {
        assertThat(passwords.matchesHash(null, "correct-horse")).isFalse();
    }
}
