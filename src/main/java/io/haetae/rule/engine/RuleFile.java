package io.haetae.rule.engine;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A YAML file as a tree that still knows where each of its nodes stands, and the problems found in it. */
final class RuleFile {

    static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String name;
    private final JsonNode root;
    private final Map<String, JsonLocation> places;
    private final List<Problem> problems = new ArrayList<>();

    private RuleFile(String name, JsonNode root, Map<String, JsonLocation> places) {
        this.name = name;
        this.root = root;
        this.places = places;
    }

    static RuleFile parse(String name, String text) {
        try {
            return new RuleFile(name, YAML.readTree(text), places(text));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new RuleSetRefused(List.of(new Problem(
                    name, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), e.getOriginalMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonLocation> places(String text) throws IOException {
        Map<String, JsonLocation> places = new HashMap<>();
        try (JsonParser parser = YAML.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    places.putIfAbsent(
                            parser.getParsingContext().pathAsPointer().toString(), parser.currentTokenLocation());
                }
            }
        }
        return places;
    }

    String name() {
        return name;
    }

    Part root() {
        return new Part(this, root, "");
    }

    /** Notes what is wrong at a pointer; a node that is not there stands where its nearest parent does. */
    void problem(String pointer, String reason) {
        String at = pointer;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        JsonLocation place = places.getOrDefault(at, JsonLocation.NA);
        problems.add(new Problem(name, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), reason));
    }

    /** Ends the reading when anything was wrong. */
    void refuseIfBroken() {
        if (!problems.isEmpty()) {
            throw new RuleSetRefused(problems);
        }
    }
}
