package io.haetae.continuity;

import io.haetae.continuity.relief.Due;
import io.haetae.continuity.relief.Extension;
import io.haetae.continuity.relief.Filing;
import io.haetae.continuity.relief.Relief;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.rule.DeadlineRules;
import io.haetae.rule.DeadlineRules.Rule;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs without its system, and the desk where receipts are taken. */
@Path("/continuity")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ContinuityPages {

    /** A page of activations: more than a government runs at once. */
    private final ActivationService activations;

    private final PlanService plans;
    private final Calculator calculator;
    private final CurrentActor actor;
    private final Forms forms;
    private final RequestLanguage language;
    private final Clock clock;

    ContinuityPages(
            ActivationService activations,
            PlanService plans,
            Calculator calculator,
            CurrentActor actor,
            Forms forms,
            RequestLanguage language,
            Clock clock) {
        this.activations = activations;
        this.plans = plans;
        this.calculator = calculator;
        this.actor = actor;
        this.forms = forms;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("system") @Nullable String system,
            @QueryParam("cursor") @Nullable String cursor) {
        return list(Form.blank().put("incident", incident).put("system", system), cursor);
    }

    /** The list, with the form as it was posted and refused. */
    TemplateInstance list(Form form, @Nullable String cursor) {
        Actor reader = actor.get();
        List<PlanRow> known = plans.list(reader.scope(), false);
        return ContinuityTemplates.list(
                activations.list(
                        reader, form.isRefused() ? null : form.text("incident"), null, Page.limit(null), cursor),
                known.stream().filter(row -> !row.standing().holds()).toList(),
                known.stream().filter(row -> row.standing().holds()).toList(),
                form);
    }

    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return ContinuityTemplates.mine(
                open().filter(row -> row.receipts().open() > 0).toList());
    }

    /** Every open activation: open ones come first, so the first closed one ends them. */
    private Stream<ActivationRow> open() {
        List<ActivationRow> rows = new ArrayList<>();
        String cursor = null;
        do {
            Page<ActivationRow> page = activations.list(actor.get(), null, null, Page.MAX_LIMIT, cursor);
            rows.addAll(page.items());
            boolean more = page.items().stream().allMatch(row -> row.state() == ActivationView.State.OPEN);
            cursor = more ? page.next() : null;
        } while (cursor != null);
        return rows.stream().filter(row -> row.state() == ActivationView.State.OPEN);
    }

    @GET
    @Path("of/{incident}")
    @Authenticated
    public TemplateInstance ofIncident(String incident) {
        return ContinuityTemplates.incident(
                incident,
                activations
                        .list(actor.get(), incident, null, Page.MAX_LIMIT, null)
                        .items());
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance page(UUID id, @Context UriInfo uri) {
        Form asked = Form.of(uri.getQueryParameters());
        return page(id, "", Form.blank(), asked);
    }

    /** The page, with one form as it was posted and refused. */
    TemplateInstance page(UUID id, String section, Form posted, Form asked) {
        ActivationView activation = activations.get(id, actor.get());
        DeadlineRules rules = calculator.rules();
        Form calculating = section.isEmpty() ? asked : Form.blank();
        Relief answer = calculating.text("rule") == null ? null : answer(activation, calculating);
        Form receipt = section.equals("receipts") ? posted : fresh(activation, asked);
        ActivationView.Service service = activation.services().stream()
                .filter(known -> known.code().equals(receipt.text("service")))
                .findFirst()
                .orElse(null);
        return ContinuityTemplates.activation(
                        activation,
                        new Desk(
                                service,
                                asked.text("taken"),
                                section,
                                receipt,
                                posted,
                                calculating,
                                rules.all(),
                                answer,
                                language.get()))
                .data("exercise", activation.exercise() ? Boolean.TRUE : null);
    }

    /** The next receipt: service, office and day stay as they were, so that only what differs is typed. */
    private Form fresh(ActivationView activation, Form asked) {
        String first = activation.services().isEmpty()
                ? null
                : activation.services().get(0).code();
        String office =
                activation.offices().isEmpty() ? null : activation.offices().get(0);
        return Form.blank()
                .put("service", Objects.requireNonNullElse(asked.text("service"), Objects.toString(first, "")))
                .put("office", Objects.requireNonNullElse(asked.text("office"), Objects.toString(office, "")))
                .put("originalDeadline", asked.text("originalDeadline"))
                .put("receivedAt", clock.instant());
    }

    private @Nullable Relief answer(ActivationView activation, Form form) {
        return forms.made(form, () -> calculated(activation, form)).orElse(null);
    }

    private Relief calculated(ActivationView activation, Form form) {
        Rule rule = calculator.rule("/rule", form.textOrEmpty("rule"));
        Due deadline = due(form, "deadline");
        Extension extension = activation.extensions().stream()
                .filter(decided -> decided.rule().equals(rule.id()))
                .findFirst()
                .map(decided -> new Extension(
                        decided.until(),
                        Objects.requireNonNullElse(decided.amount(), 0),
                        decided.unit(),
                        decided.alsoWithinHours()))
                .orElse(null);
        Filing filing = new Filing(deadline, form.date("periodFrom"), form.time("sentAt"), extension);
        form.check();
        return calculator.calculate(rule, filing, activation.outages());
    }

    /** A deadline typed as a day, or as a day and a time. */
    static Due due(Form form, String name) {
        Due due = dueOrNull(form, name);
        if (due == null) {
            throw Refusal.fields(List.of(FieldError.of("/" + name, "required")));
        }
        return due;
    }

    static @Nullable Due dueOrNull(Form form, String name) {
        String typed = form.text(name);
        if (typed == null) {
            return null;
        }
        try {
            return Due.parse(typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("/" + name, "not-a-deadline", typed);
        }
    }
}
