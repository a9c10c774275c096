package io.haetae.rule.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One node of a rule file with its place. The schema has been checked before: what it requires is there. */
record Part(RuleFile file, JsonNode node, String pointer) {

    Part at(String field) {
        return new Part(
                file, node.path(field), pointer + "/" + field.replace("~", "~0").replace("/", "~1"));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    List<Part> list(String field) {
        Part list = at(field);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < list.node.size(); i++) {
            parts.add(new Part(file, list.node.get(i), list.pointer + "/" + i));
        }
        return parts;
    }

    Map<String, Part> fields(String field) {
        Part object = at(field);
        Map<String, Part> parts = new LinkedHashMap<>();
        object.node.fieldNames().forEachRemaining(name -> parts.put(name, object.at(name)));
        return parts;
    }

    String text() {
        return node.asText();
    }

    String text(String field) {
        return node.path(field).asText();
    }

    int integer(String field) {
        return node.path(field).asInt();
    }

    BigDecimal decimal(String field) {
        return node.path(field).decimalValue();
    }

    LocalizedText localized(String field) {
        JsonNode text = node.path(field);
        return new LocalizedText(text.path("ko").asText(), text.path("en").asText());
    }

    void problem(String reason) {
        file.problem(pointer, reason);
    }
}
