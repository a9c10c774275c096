package io.haetae.web.demo;

import io.haetae.register.BatchOptions;
import io.haetae.register.ConfirmedGradeService;
import io.haetae.register.DependencyCommand;
import io.haetae.register.DependencyService;
import io.haetae.register.SystemBatchService;
import io.haetae.register.SystemBatchService.Fate;
import io.haetae.register.SystemBatchService.Saved;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The systems of the demonstration, in the two states of the list: 647 systems as graded by 16 May 2024, and 709 from
 * the correction of 9 October 2025 on. So the register answers as of any day of the event with the numbers of that day.
 */
@ApplicationScoped
class DemoRegister {

    static final Instant GRADED = Instant.parse("2024-05-15T15:00:00Z");
    static final Instant CORRECTED = Instant.parse("2025-10-09T03:00:00Z");

    private final SystemBatchService batch;
    private final DependencyService dependencies;
    private final ConfirmedGradeService grades;
    private final DemoPlans plans;
    private final DemoProgrammes programmes;

    DemoRegister(
            SystemBatchService batch,
            DependencyService dependencies,
            ConfirmedGradeService grades,
            DemoPlans plans,
            DemoProgrammes programmes) {
        this.batch = batch;
        this.dependencies = dependencies;
        this.grades = grades;
        this.plans = plans;
        this.programmes = programmes;
    }

    int load(List<DemoSystem> systems) {
        List<DemoSystem> before =
                systems.stream().filter(DemoSystem::listedBefore).toList();
        List<DemoSystem> later =
                systems.stream().filter(system -> !system.listedBefore()).toList();
        add(before, grades(before, true), GRADED);
        add(later, grades(later, false), CORRECTED);
        grades.confirmAll(grades(before, false), CORRECTED);
        plans.load(systems);
        programmes.load();
        return systems.size();
    }

    private void add(List<DemoSystem> systems, Map<String, Integer> known, Instant at) {
        List<Saved> saved = batch.save(
                systems.stream().map(DemoSystem::system).toList(), new BatchOptions(false, false, true, at, known));
        for (Saved one : saved) {
            if (one.fate() == Fate.REFUSED) {
                throw new IllegalStateException("the demonstration has a wrong entry: " + one);
            }
        }
        Map<String, List<DependencyCommand>> on = new LinkedHashMap<>();
        systems.stream()
                .filter(system -> !system.dependencies().isEmpty())
                .forEach(system -> on.put(system.code(), system.dependencies()));
        dependencies.replaceAll(on, at);
    }

    private static Map<String, Integer> grades(List<DemoSystem> systems, boolean before) {
        return systems.stream()
                .collect(Collectors.toMap(DemoSystem::code, system -> before ? system.gradeBefore() : system.grade()));
    }
}
