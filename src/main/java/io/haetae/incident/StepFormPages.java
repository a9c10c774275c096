package io.haetae.incident;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Consumer;

/** Takes the step that a form of the incident's page posts. */
@ApplicationScoped
class StepFormPages {

    private final IncidentPages pages;
    private final Forms forms;

    StepFormPages(IncidentPages pages, Forms forms) {
        this.pages = pages;
        this.forms = forms;
    }

    /** Takes the step and goes back to the page; a refusal shows the page with the form as it was filled in. */
    Response take(String number, String noun, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        return take(number, noun, Form.of(posted), taken);
    }

    Response take(String number, String noun, Form form, Consumer<Form> taken) {
        if (forms.done(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/incidents/" + number)).build();
        }
        return Response.status(422).entity(pages.page(number, noun, form)).build();
    }
}
