package io.haetae.wrong.kernel;

import io.haetae.wrong.audit.Above;
import io.haetae.wrong.audit.inner.Inner;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Wrong on purpose, and no bean: the house rules must catch each line of it. */
@SuppressWarnings({"SystemOut", "JavaUtilDate", "JavaTimeDefaultTimeZone"})
class WrongImpl {

    @Inject
    @ConfigProperty(name = "wrong.setting")
    String setting = "";

    WrongImpl(int a, int b, int c, int d, int e, int f, int g, int h) {
        System.out.println(a + b + c + d + e + f + g + h);
    }

    @Transactional
    void act() {
        Object[] readings = {LocalDate.now(), new Date(), System.currentTimeMillis(), Clock.systemUTC(), new Inner()};
        setting = readings.length + setting;
    }

    void hear(@Observes Above event) {
        setting = event.toString();
    }
}
