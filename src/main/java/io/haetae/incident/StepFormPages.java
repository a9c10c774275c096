package io.haetae.incident;

import io.haetae.kernel.Form;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Consumer;

/** Takes the step that a form of the incident's page posts. */
@ApplicationScoped
class StepFormPages {

    private final IncidentPages pages;
    private final Texts texts;
    private final RequestLanguage language;

    StepFormPages(IncidentPages pages, Texts texts, RequestLanguage language) {
        this.pages = pages;
        this.texts = texts;
        this.language = language;
    }

    /** Takes the step and goes back to the page; a refusal shows the page with the form as it was filled in. */
    Response take(String number, String noun, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        return take(number, noun, Form.of(posted), taken);
    }

    Response take(String number, String noun, Form form, Consumer<Form> taken) {
        try {
            taken.accept(form);
            return Response.seeOther(URI.create("/incidents/" + number)).build();
        } catch (Refusal refusal) {
            form.refused(refusal, texts, language.get());
            if (isNotForTheForm(refusal)) {
                throw refusal;
            }
        } catch (ConstraintViolationException violations) {
            form.refused(violations, texts, language.get());
        }
        return Response.status(422).entity(pages.page(number, noun, form)).build();
    }

    /** Not there, or not logged in: no form can help. */
    static boolean isNotForTheForm(Refusal refusal) {
        return switch (refusal.error().kind()) {
            case NOT_FOUND, UNAUTHENTICATED -> true;
            default -> false;
        };
    }
}
