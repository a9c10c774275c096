package io.haetae.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Passwords of tests: bcrypt at its least cost, or half of the tests' time would go into hashing. */
@Alternative
@Priority(1)
@ApplicationScoped
class QuickPasswords extends Passwords {

    QuickPasswords() {
        super(4);
    }
}
