package io.haetae.incident;

import io.haetae.incident.IncidentCommand.AffectedSystem;
import io.haetae.incident.IncidentCommand.Basis;
import io.haetae.incident.IncidentCommand.Location;
import io.haetae.incident.IncidentCommand.PeopleCount;
import io.haetae.incident.IncidentCommand.PlaceState;
import io.haetae.incident.IncidentCommand.Source;
import io.haetae.incident.IncidentCommand.Visibility;
import io.haetae.kernel.Form;
import io.haetae.rule.FailureFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the forms of the room's pages into the commands of its services. */
final class IncidentForms {

    private static final Pattern SYSTEM = Pattern.compile("systems\\.(\\d{1,4})\\.(.+)");

    private IncidentForms() {}

    /** Everything the declaration or the form of facts says; refuses what cannot be read. */
    static IncidentCommand command(Form form) {
        String deadline = form.text("deadline");
        IncidentCommand command = new IncidentCommand(
                form.one("kind", FailureFacts.Kind.class),
                form.text("title"),
                form.time("occurredAt"),
                form.time("detectedAt"),
                form.time("recognisedAt"),
                form.one("source", Source.class),
                systems(form),
                locations(form),
                words(form.text("regions")),
                words(form.text("affectedInstitutions")),
                form.names().contains("lifeSafety") ? Boolean.TRUE : null,
                form.one("security", FailureFacts.Security.class),
                deadline == null || deadline.equals("UNKNOWN") ? null : Boolean.valueOf(deadline.equals("TODAY")),
                deadline == null || deadline.equals("UNKNOWN") ? null : Boolean.valueOf(deadline.equals("WITHIN_24H")),
                form.text("cause"),
                form.text("damage"),
                form.text("actions"),
                form.text("department"),
                form.text("contact"),
                form.time("expectedRecoveryAt"),
                form.integer("declaredGrade"),
                form.text("reason"),
                form.one("visibility", Visibility.class),
                form.flag("exercise") ? Boolean.TRUE : null);
        form.check();
        return command;
    }

    /** The form of facts as they stand. */
    static Form facts(IncidentView incident, List<IncidentView.System> systems) {
        Form form = Form.blank()
                .put("deadline", deadline(incident))
                .put("security", incident.security())
                .put("regions", String.join(", ", incident.regions()))
                .put("affectedInstitutions", String.join(", ", incident.affectedInstitutions()))
                .put("lifeSafety", incident.lifeSafety() ? "true" : null)
                .put("cause", incident.cause())
                .put("damage", incident.damage())
                .put("actions", incident.actions())
                .put("department", incident.department())
                .put("contact", incident.contact())
                .put("expectedRecoveryAt", incident.expectedRecoveryAt());
        for (int i = 0; i < systems.size(); i++) {
            IncidentView.System system = systems.get(i);
            String at = "systems." + i + ".";
            PeopleCount people = system.people();
            form.put(at + "code", system.code())
                    .put(at + "service", system.service())
                    .put(at + "people.count", people == null ? null : people.count())
                    .put(at + "substitute", system.substitute())
                    .put(at + "data", system.data());
        }
        return form;
    }

    /** Codes of the systems chosen so far, by the index of their fields. */
    static Map<Integer, String> chosen(Form form) {
        return form.names().stream()
                .map(SYSTEM::matcher)
                .filter(field -> field.matches() && field.group(2).equals("code"))
                .collect(Collectors.toMap(
                        IncidentForms::index, field -> form.value(field.group()), (a, b) -> a, java.util.TreeMap::new));
    }

    /** The same form with the systems of {@code kept} only, numbered from nought without a gap. */
    static Form renumbered(Form form, List<Integer> kept) {
        Form renumbered = Form.blank();
        for (String name : form.names()) {
            Matcher field = SYSTEM.matcher(name);
            if (!field.matches()) {
                renumbered.put(name, form.values(name));
            } else if (kept.contains(index(field))) {
                renumbered.put("systems." + kept.indexOf(index(field)) + "." + field.group(2), form.values(name));
            }
        }
        return renumbered;
    }

    private static int index(Matcher field) {
        return Integer.parseInt(field.group(1));
    }

    private static String deadline(IncidentView incident) {
        if (Boolean.TRUE.equals(incident.deadlineToday())) {
            return "TODAY";
        }
        if (Boolean.TRUE.equals(incident.deadlineWithin24Hours())) {
            return "WITHIN_24H";
        }
        return incident.deadlineToday() == null ? "UNKNOWN" : "NONE";
    }

    private static List<AffectedSystem> systems(Form form) {
        List<AffectedSystem> systems = new ArrayList<>();
        for (int i : chosen(form).keySet()) {
            String at = "systems." + i + ".";
            systems.add(new AffectedSystem(
                    form.textOrEmpty(at + "code"),
                    form.one(at + "service", FailureFacts.Service.class),
                    null,
                    people(form.whole(at + "people.count")),
                    form.one(at + "data", FailureFacts.Data.class),
                    form.flag(at + "redundancyLost") ? Boolean.TRUE : null,
                    form.one(at + "substitute", FailureFacts.Substitute.class),
                    List.of()));
        }
        return systems;
    }

    private static @Nullable PeopleCount people(@Nullable Long count) {
        return count == null ? null : new PeopleCount(count, Basis.ESTIMATED);
    }

    private static List<Location> locations(Form form) {
        String site = form.text("locations.0.site");
        return site == null ? List.of() : List.of(new Location(site, form.text("locations.0.room"), PlaceState.OUT));
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,，、\\s]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
