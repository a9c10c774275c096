package io.haetae.web;

import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Locale;

/** Every template speaks the language of the request it is made in; outside one, Korean. */
@ApplicationScoped
class PageReaders {

    private final Texts texts;
    private final Clock clock;

    PageReaders(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    void configure(@Observes EngineBuilder builder) {
        builder.addTemplateInstanceInitializer(this::speak);
    }

    private void speak(TemplateInstance instance) {
        Locale locale = language();
        instance.setLocale(locale);
        instance.setAttribute("reader", new PageTexts.Reader(locale, texts, clock));
    }

    private static Locale language() {
        if (!Arc.container().requestContext().isActive()) {
            return Locale.KOREAN;
        }
        try (InstanceHandle<RequestLanguage> language = Arc.container().instance(RequestLanguage.class)) {
            return language.get().get();
        }
    }
}
