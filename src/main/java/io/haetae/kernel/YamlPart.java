package io.haetae.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One node of a YAML file with its place. The schema has been checked before: what it requires is there. */
public record YamlPart(YamlFile file, JsonNode node, String pointer) {

    /** The node under a field, there or not. */
    public YamlPart at(String field) {
        return new YamlPart(
                file, node.path(field), pointer + "/" + field.replace("~", "~0").replace("/", "~1"));
    }

    /** Whether a field is there and not null. */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** The nodes of a list. */
    public List<YamlPart> list(String field) {
        YamlPart list = at(field);
        List<YamlPart> parts = new ArrayList<>();
        for (int i = 0; i < list.node.size(); i++) {
            parts.add(new YamlPart(file, list.node.get(i), list.pointer + "/" + i));
        }
        return parts;
    }

    /** The fields of an object, in the order of the file. */
    public Map<String, YamlPart> fields(String field) {
        YamlPart object = at(field);
        Map<String, YamlPart> parts = new LinkedHashMap<>();
        object.node.fieldNames().forEachRemaining(name -> parts.put(name, object.at(name)));
        return parts;
    }

    /** This node as text. */
    public String text() {
        return node.asText();
    }

    /** A field as text. */
    public String text(String field) {
        return node.path(field).asText();
    }

    /** A field as a whole number. */
    public int integer(String field) {
        return node.path(field).asInt();
    }

    /** A field as a number. */
    public BigDecimal decimal(String field) {
        return node.path(field).decimalValue();
    }

    /** A field in both languages. */
    public LocalizedText localized(String field) {
        JsonNode text = node.path(field);
        return new LocalizedText(text.path("ko").asText(), text.path("en").asText());
    }

    /** Notes what is wrong here. */
    public void problem(String reason) {
        file.problem(pointer, reason);
    }
}
