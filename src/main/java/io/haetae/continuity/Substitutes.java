package io.haetae.continuity;

import io.haetae.continuity.ActivationView.Substitute;
import io.haetae.continuity.ActivationView.Warning;
import io.haetae.incident.IncidentOutages;
import io.haetae.register.DependencyService;
import io.haetae.register.PublicService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What to use instead, with a warning where it rests on what is down: on 17 November 2023 people were sent to 정부24,
 * which then fell. Looked up anew each time, so that the warning also appears when the support falls later.
 */
@ApplicationScoped
class Substitutes {

    private final DependencyService dependencies;
    private final IncidentOutages incidents;

    Substitutes(DependencyService dependencies, IncidentOutages incidents) {
        this.dependencies = dependencies;
        this.incidents = incidents;
    }

    /** What is down now and what each support rests on: one look for all substitutes of a page. */
    record Ground(Map<String, String> down, Map<String, Set<String>> supports) {

        List<Substitute> of(PublicService service) {
            return service.substitutes().stream()
                    .map(substitute -> new Substitute(
                            substitute.name(),
                            substitute.kind(),
                            substitute.contact(),
                            substitute.hours(),
                            substitute.region(),
                            substitute.dependsOn(),
                            warnings(substitute.dependsOn())))
                    .toList();
        }

        private List<Warning> warnings(List<String> dependsOn) {
            List<Warning> warnings = new ArrayList<>();
            for (String support : dependsOn) {
                Set<String> restsOn = new TreeSet<>(supports.getOrDefault(support, Set.of()));
                restsOn.add(support);
                restsOn.stream()
                        .filter(down::containsKey)
                        .map(code -> new Warning(support, code, String.valueOf(down.get(code))))
                        .forEach(warnings::add);
            }
            return warnings;
        }
    }

    Ground ground(SystemView system, boolean exercise) {
        Set<String> supports = system.services().stream()
                .flatMap(service -> service.substitutes().stream())
                .flatMap(substitute -> substitute.dependsOn().stream())
                .collect(Collectors.toSet());
        return new Ground(incidents.down(exercise), dependencies.supports(supports));
    }
}
