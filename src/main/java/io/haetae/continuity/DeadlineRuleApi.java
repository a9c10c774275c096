package io.haetae.continuity;

import io.haetae.continuity.relief.Due;
import io.haetae.continuity.relief.Extension;
import io.haetae.continuity.relief.Filing;
import io.haetae.continuity.relief.Outage;
import io.haetae.continuity.relief.Relief;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.rule.DeadlineRules;
import io.haetae.rule.DeadlineRules.Rule;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules for deadlines, and a calculator that keeps nothing. */
@Path("/api/v1/continuity/deadline-rules")
class DeadlineRuleApi {

    private final Calculator calculator;

    DeadlineRuleApi(Calculator calculator) {
        this.calculator = calculator;
    }

    record Downtime(@NotNull Instant from, @Nullable Instant until) {}

    record Question(
            @NotBlank @Size(max = 40) String rule,
            @NotNull Due originalDeadline,
            @Nullable LocalDate periodFrom,
            @Nullable Instant sentAt,
            @Nullable Extension extension,
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Downtime> outages) {}

    @GET
    @Authenticated
    public Map<String, Object> list() {
        DeadlineRules rules = calculator.rules();
        return Map.of("ruleSet", rules.ruleSet(), "version", rules.version(), "items", rules.all());
    }

    @POST
    @Path("calculation")
    @Authenticated
    public Relief calculate(@NotNull @Valid Question question) {
        List<Outage> outages = question.outages().stream()
                .map(down -> {
                    if (down.until() != null && down.until().isBefore(down.from())) {
                        throw Refusal.fields(List.of(FieldError.of("/outages", "end-before-begin")));
                    }
                    return new Outage(down.from(), down.until());
                })
                .toList();
        Rule rule = calculator.rule("/rule", question.rule());
        return calculator.calculate(
                rule,
                new Filing(question.originalDeadline(), question.periodFrom(), question.sentAt(), question.extension()),
                outages);
    }
}
