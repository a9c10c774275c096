package io.haetae.remedy;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.remedy.MergeOrAbolish.Kind;
import io.haetae.remedy.NewRecommendation.SubjectKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recommendation and a plan must hold, and must not, by their basis. */
final class RecommendationChecks {

    private RecommendationChecks() {}

    /** Refuses (422) a recommendation whose parts do not fit its basis, with every field. */
    static void require(NewRecommendation said, LocalDate receivedOn, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (receivedOn.isAfter(today)) {
            errors.add(FieldError.of("/receivedOn", "in-the-future"));
        }
        if (said.basis() == Basis.OWN && said.plan() == null) {
            errors.add(FieldError.of("/plan", "required"));
        }
        if (said.basis() != Basis.OWN && said.plan() != null) {
            errors.add(FieldError.of("/plan", "plan-comes-later"));
        }
        if (said.plan() != null) {
            plan(said.plan(), said.basis(), "/plan", today, errors);
        }
        wanted(said, errors);
        refuse(errors);
    }

    /** Refuses (422) a plan that is in the past, or that does not say what its basis asks for. */
    static void require(ActionPlan plan, Basis basis, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        plan(plan, basis, "", today, errors);
        refuse(errors);
    }

    private static void plan(ActionPlan plan, Basis basis, String at, LocalDate today, List<FieldError> errors) {
        if (plan.dueOn().isBefore(today)) {
            errors.add(FieldError.of(at + "/dueOn", "in-the-past", plan.dueOn()));
        }
        boolean asked = basis == Basis.MERGE_OR_ABOLISH;
        if (asked && plan.continuation() == null) {
            errors.add(FieldError.of(at + "/continuation", "required"));
        }
        if (!asked && plan.continuation() != null) {
            errors.add(FieldError.of(at + "/continuation", "only-to-merge-or-abolish"));
        }
    }

    private static void wanted(NewRecommendation said, List<FieldError> errors) {
        MergeOrAbolish wanted = said.wanted();
        if (said.basis() != Basis.MERGE_OR_ABOLISH) {
            if (wanted != null) {
                errors.add(FieldError.of("/wanted", "only-to-merge-or-abolish"));
            }
            return;
        }
        if (wanted == null) {
            errors.add(FieldError.of("/wanted", "required"));
        }
        if (said.subject() == null || said.subject().kind() != SubjectKind.SYSTEM) {
            errors.add(FieldError.of("/subject", "system-needed"));
        }
        if (wanted != null) {
            into(wanted.kind(), wanted.into(), said.subject(), errors);
        }
    }

    private static void into(
            Kind kind, @Nullable String into, NewRecommendation.@Nullable Subject of, List<FieldError> errors) {
        if (kind == Kind.MERGE && into == null) {
            errors.add(FieldError.of("/wanted/into", "required"));
        }
        if (kind == Kind.ABOLISH && into != null) {
            errors.add(FieldError.of("/wanted/into", "nothing-takes-its-place"));
        }
        if (into != null && of != null && into.equals(of.id())) {
            errors.add(FieldError.of("/wanted/into", "merged-into-itself"));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }
}
