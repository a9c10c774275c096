package io.haetae.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.incident.IncidentCommand.AffectedSystem;
import io.haetae.incident.IncidentCommand.Basis;
import io.haetae.incident.IncidentCommand.PeopleCount;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.RunSubject;
import io.haetae.rule.FailureFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a step of a procedure says of single systems of an incident. It is written into those that the step names, or into
 * the only one there is; never silently into all.
 */
final class SaidOfSystems {

    /** Facts that each system has of its own. */
    static final Set<String> FACTS = Set.of("service", "people", "substitute", "data");

    private static final int SHOWN = 20;

    private SaidOfSystems() {}

    /** The facts by system; empty when the step says nothing of systems. Refuses (422) what does not fit. */
    static List<AffectedSystem> read(Incident incident, Map<String, JsonNode> said) {
        if (said.keySet().stream().noneMatch(FACTS::contains)) {
            return List.of();
        }
        FailureFacts.Service service = one(said, "service", FailureFacts.Service.class);
        FailureFacts.Substitute substitute = one(said, "substitute", FailureFacts.Substitute.class);
        FailureFacts.Data data = one(said, "data", FailureFacts.Data.class);
        PeopleCount people = people(said.get("people"));
        return codes(incident, said.get(RunSubject.PARTS)).stream()
                .map(code -> new AffectedSystem(code, service, null, people, data, null, substitute, List.of()))
                .toList();
    }

    private static List<String> codes(Incident incident, @Nullable JsonNode named) {
        List<String> codes = new ArrayList<>();
        if (named != null) {
            named.forEach(code -> codes.add(code.asText()));
        }
        List<FieldError> errors = codes.stream()
                .filter(code -> incident.system(code).isEmpty())
                .map(code -> FieldError.of("/" + RunSubject.PARTS, "not-affected", code))
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        if (codes.isEmpty() && incident.systems.size() != 1) {
            String some = incident.systems.stream()
                    .limit(SHOWN)
                    .map(IncidentSystem::getCode)
                    .collect(Collectors.joining(", "));
            throw Refusal.fields(
                    List.of(new FieldError("/" + RunSubject.PARTS, "which-system", Map.of("allowed", some))));
        }
        return codes.isEmpty() ? List.of(incident.systems.get(0).getCode()) : List.copyOf(Set.copyOf(codes));
    }

    private static <E extends Enum<E>> @Nullable E one(Map<String, JsonNode> said, String fact, Class<E> type) {
        JsonNode value = said.get(fact);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> Refusal.fields(List.of(new FieldError(
                        "/" + fact,
                        "not-one-of",
                        Map.of(
                                "value",
                                value.asText(),
                                "allowed",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))))));
    }

    /** What somebody writes down in the middle of a failure is an estimate. */
    private static @Nullable PeopleCount people(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        boolean whole = value.isNumber()
                && value.decimalValue().signum() >= 0
                && value.decimalValue().stripTrailingZeros().scale() <= 0
                && value.canConvertToLong();
        if (!whole) {
            throw Refusal.fields(List.of(
                    new FieldError("/people", "not-one-of", Map.of("value", value.asText(), "allowed", "0, 1, 2 …"))));
        }
        return new PeopleCount(value.asLong(), Basis.ESTIMATED);
    }
}
