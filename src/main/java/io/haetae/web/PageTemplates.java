package io.haetae.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** The edge's own pages. */
@ApplicationScoped
class PageTemplates {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance error(Problem problem);

        static native TemplateInstance login(String username, String next, String failure);
    }

    String error(Problem problem) {
        return Templates.error(problem).render();
    }

    TemplateInstance login(String username, String next, String failure) {
        return Templates.login(username, next, failure);
    }
}
