package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.haetae.kernel.Form;
import io.haetae.kernel.Zones;
import io.haetae.procedure.engine.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the forms of a run. */
final class RunForms {

    private RunForms() {}

    static StepResult result(Form form, List<Field> fields) {
        Map<String, JsonNode> values = values(form, fields);
        Instant at = form.time("at");
        form.check();
        String name = form.text("decidedBy.name");
        String position = form.text("decidedBy.position");
        StepResult.DecidedBy decidedBy = name == null && position == null
                ? null
                : new StepResult.DecidedBy(form.textOrEmpty("decidedBy.name"), form.textOrEmpty("decidedBy.position"));
        return new StepResult(
                form.textOrEmpty("outcome"),
                form.text("evidence"),
                form.text("reason"),
                at,
                values,
                decidedBy,
                form.text("documentNumber"),
                null);
    }

    static Correction correction(Form form, List<Field> fields) {
        Map<String, JsonNode> values = values(form, fields);
        Instant at = form.time("at");
        form.check();
        return new Correction(form.textOrEmpty("reason"), form.text("evidence"), at, values);
    }

    private static Map<String, JsonNode> values(Form form, List<Field> fields) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Field field : fields) {
            JsonNode value = value(form, "fields." + field.name(), field.type());
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    private static @Nullable JsonNode value(Form form, String name, Field.Type type) {
        String text = form.text(name);
        return switch (type) {
            case FLAG -> form.names().contains(name + ".asked") ? BooleanNode.valueOf(form.flag(name)) : null;
            case SYSTEM -> {
                ArrayNode codes = JsonNodeFactory.instance.arrayNode();
                form.values(name).forEach(codes::add);
                yield codes.isEmpty() ? null : codes;
            }
            case TEXT, CHOICE -> text == null ? null : TextNode.valueOf(text);
            case NUMBER -> {
                Double number = form.number(name);
                yield number == null ? null : DecimalNode.valueOf(BigDecimal.valueOf(number));
            }
            case TIME -> {
                Instant at = form.time(name);
                yield at == null
                        ? null
                        : TextNode.valueOf(
                                at.atZone(Zones.SEOUL).toOffsetDateTime().toString());
            }
        };
    }
}
