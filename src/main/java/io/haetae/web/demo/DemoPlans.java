package io.haetae.web.demo;

import io.haetae.continuity.PlanCommand;
import io.haetae.continuity.PlanService;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A continuity plan for each grade-1 system of the demonstration, by the services the register has of it. */
@ApplicationScoped
class DemoPlans {

    private static final LocalDate VALID_FROM = LocalDate.of(2023, 1, 1);

    /** Where another rule than the standstill of periods is the one that fits. */
    private static final Map<String, String> RULES = Map.of(
            "HOMETAX", "national-tax",
            "WETAX", "national-tax",
            "RTMS", "force-majeure");

    private final PlanService plans;
    private final Clock clock;

    DemoPlans(PlanService plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    int load(List<DemoSystem> systems) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SEOUL);
        return plans.writeAll(systems.stream()
                .filter(system -> system.grade() == 1)
                .map(DemoSystem::system)
                .collect(Collectors.toMap(SystemCommand::code, plan(today), (one, other) -> one)));
    }

    private static Function<SystemCommand, PlanCommand> plan(LocalDate today) {
        return system -> new PlanCommand(
                system.owner() + " 서비스 연속성 담당",
                today.plusYears(1),
                VALID_FROM,
                null,
                new LocalizedText(
                        system.name().ko() + " 이용이 어렵습니다. 아래 방법을 이용하시고, 급한 신청은 창구에서 수기로 접수하십시오.",
                        system.name().en()
                                + " is not available. Please use what is named below; urgent requests are taken by hand at the counters."),
                List.of(),
                system.services().stream()
                        .map(service -> new PlanCommand.Service(
                                service.code(), RULES.getOrDefault(system.code(), "suspension"), List.of()))
                        .toList());
    }
}
