package io.haetae.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Everything that can be made wrong of a body that is right, by what is wrong with it. */
final class WrongBodies {

    /** Fields that name something which must exist, or one of few words. */
    private static final Set<String> CODES = Set.of(
            "institution",
            "owner",
            "operator",
            "parent",
            "centralAuthority",
            "host",
            "site",
            "room",
            "person",
            "kind",
            "function",
            "channel",
            "outcome",
            "level",
            "by",
            "source",
            "service",
            "basis",
            "audience",
            "zone",
            "ruleSet",
            "expiresAt",
            "recoveredAt",
            "detectedAt",
            "at",
            "from",
            "until",
            "validFrom",
            "inServiceFrom",
            "language",
            "mail");

    private static final int LONG = 100_000;

    private final ObjectMapper json;
    private final JsonNode right;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private WrongBodies(ObjectMapper json, JsonNode right) {
        this.json = json;
        this.right = right;
    }

    /** Wrong bodies by what is wrong with them. */
    static Map<String, String> of(ObjectMapper json, String body) {
        try {
            return new WrongBodies(json, json.readTree(body)).all();
        } catch (JsonProcessingException e) {
            throw new AssertionError("the right body is no JSON: " + body, e);
        }
    }

    private Map<String, String> all() {
        wrong.put("no body", "");
        wrong.put("the other container", right.isArray() ? "{}" : "[]");
        wrong.put("cut off", "{");
        wrong.put("no JSON", "한글 <xml/>");
        wrong.put("null", "null");
        wrong.put("a text", "\"x\"");
        wrong.put("endlessly deep", "[".repeat(LONG));
        wrong.put("two at once", right + " " + right);
        if (right instanceof ObjectNode object) {
            wrong.put("an unknown field", write(object.deepCopy().put("noSuchField", 1)));
        }
        everyNode("");
        return wrong;
    }

    private void everyNode(String pointer) {
        JsonNode node = right.at(pointer);
        if (!pointer.isEmpty()) {
            oneNode(pointer, node);
        }
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> everyNode(pointer + "/" + name));
        } else if (node.isArray() && !node.isEmpty()) {
            everyNode(pointer + "/0");
        }
    }

    private void oneNode(String pointer, JsonNode node) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        JsonNode object = json.createObjectNode().put("wrong", 1);
        put(pointer, "of a wrong type", node.isObject() ? json.getNodeFactory().textNode("x") : object);
        if (node.isTextual()) {
            put(pointer, "with a NUL", json.getNodeFactory().textNode("a\u0000b"));
            put(pointer, "too long", json.getNodeFactory().textNode("x".repeat(LONG)));
            boolean words = name.equals("source") && !node.asText().matches("[A-Z_]+"); // where a figure is from
            if (CODES.contains(name) && !words && !pointer.startsWith("/contacts")
                    || pointer.endsWith("/systems/0")
                    || pointer.endsWith("/roles/0")) {
                put(pointer, "unknown", json.getNodeFactory().textNode("NO-SUCH-THING"));
            }
        } else if (node.isNumber()) {
            put(pointer, "beyond every range", json.getNodeFactory().numberNode(1e300));
            put(pointer, "no number", json.getNodeFactory().textNode("x"));
        } else if (node.isBoolean()) {
            put(pointer, "neither true nor false", json.getNodeFactory().textNode("x"));
        } else if (node.isArray()) {
            put(pointer, "with nothing in it", json.createArrayNode().addNull());
        }
    }

    private void put(String pointer, String what, JsonNode value) {
        JsonNode changed = right.deepCopy();
        int slash = pointer.lastIndexOf('/');
        String last = pointer.substring(slash + 1);
        JsonNode holder = changed.at(pointer.substring(0, slash));
        if (holder instanceof ObjectNode object) {
            object.set(last, value);
        } else if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        }
        wrong.put(pointer + " " + what, write(changed));
    }

    private String write(JsonNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
