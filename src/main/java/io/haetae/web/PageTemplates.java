package io.haetae.web;

import io.haetae.kernel.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** The edge's own pages. */
@ApplicationScoped
class PageTemplates {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance error(Problem problem);

        static native TemplateInstance login(Form form, String next, String failure, boolean singleSignOn);

        static native TemplateInstance help();

        static native TemplateInstance board(Board board, Form filter);

        static native TemplateInstance wall(Wall wall);

        static native TemplateInstance storm(StormSheet sheet, Form filter);
    }

    String error(Problem problem) {
        return Templates.error(problem).render();
    }

    private final WebConfig config;

    PageTemplates(WebConfig config) {
        this.config = config;
    }

    TemplateInstance login(String username, String next, String failure) {
        return Templates.login(Form.blank().put("username", username), next, failure, config.singleSignOn());
    }

    TemplateInstance board(Board board, Form filter) {
        return Templates.board(board, filter);
    }

    TemplateInstance wall(Wall wall) {
        return Templates.wall(wall);
    }

    TemplateInstance storm(StormSheet sheet, Form filter) {
        return Templates.storm(sheet, filter);
    }

    TemplateInstance help() {
        return Templates.help();
    }
}
