package io.haetae.identity;

import io.haetae.kernel.Role;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Makes the account {@code admin} on the first start. Its password comes from {@code HAETAE_ADMIN_PASSWORD}, else a
 * random one is printed, once, to standard output and not to the log: logs are collected and kept.
 */
@ApplicationScoped
class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class);

    private final PeopleService people;
    private final IdentityConfig config;

    FirstStart(PeopleService people, IdentityConfig config) {
        this.people = people;
        this.config = config;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
        Optional<String> given = config.password();
        String password = given.orElseGet(Secret::random);
        PersonCommand admin = new PersonCommand("admin", password, "관리자", Set.of(Role.ADMIN), null, null, null, null);
        boolean created = people.createFirstAdministrator(admin).isPresent();
        if (!created) {
            return;
        }
        String address = "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        if (given.isPresent()) {
            LOG.infof("First start: open %s as 'admin'; the password is the one in HAETAE_ADMIN_PASSWORD", address);
        } else {
            LOG.infof("First start: open %s as 'admin'; a random password is printed once on standard output", address);
            printOnce(password);
        }
        LOG.info("To look around, load the demonstration: HAETAE_DEMO=true, or the button on the page of systems");
    }

    @SuppressWarnings("SystemOut") // on purpose: this secret must not reach the log
    private static void printOnce(String password) {
        System.out.println("Haetae first start. Log in as: admin  password: " + password + "  (shown only now)");
    }
}
