package io.haetae.grading;

import io.haetae.identity.DelegableActs;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What offices may hand over: to answer for their systems, and to decide on what was answered. */
@ApplicationScoped
public class GradingActs implements DelegableActs {

    /** To assess, submit and appeal. */
    public static final String ANSWER = "grading.answer";

    /** To confirm, change or ask for completion. */
    public static final String DECIDE = "grading.decide";

    @Override
    public List<DelegableAct> acts() {
        return List.of(
                new DelegableAct(ANSWER, Role.OFFICER, "grading.act.answer"),
                new DelegableAct(DECIDE, Role.AUTHORITY, "grading.act.decide"));
    }
}
