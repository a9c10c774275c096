package io.haetae.kernel;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A YAML file as a tree that still knows where each of its nodes stands, and the problems found in it. */
public final class YamlFile {

    /** Reads YAML as this class does: no field twice, numbers exact. */
    public static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String name;
    private final JsonNode root;
    private final Map<String, JsonLocation> places;
    private final List<YamlProblem> problems = new ArrayList<>();

    private YamlFile(String name, JsonNode root, Map<String, JsonLocation> places) {
        this.name = name;
        this.root = root;
        this.places = places;
    }

    /** Reads a text; refuses one that is no YAML. */
    public static YamlFile parse(String name, String text) {
        try {
            return new YamlFile(name, YAML.readTree(text), places(text));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new YamlRefused(List.of(new YamlProblem(
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

    /** The path by which it was read. */
    public String name() {
        return name;
    }

    /** The whole tree. */
    public YamlPart root() {
        return new YamlPart(this, root, "");
    }

    /** Notes what is wrong at a pointer; a node that is not there stands where its nearest parent does. */
    public void problem(String pointer, String reason) {
        String at = pointer;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        JsonLocation place = places.getOrDefault(at, JsonLocation.NA);
        problems.add(new YamlProblem(name, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), reason));
    }

    /** Holds the tree to a JSON Schema; refuses it with every place that does not fit. */
    public void checkSchema(String schema) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        JsonSchema compiled = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema, InputFormat.JSON, config);
        List<ValidationMessage> messages = compiled.validate(root).stream()
                .sorted(Comparator.comparing(
                        message -> message.getInstanceLocation().toString()))
                .toList();
        for (ValidationMessage message : messages) {
            String at = message.getInstanceLocation().toString();
            String property = message.getProperty();
            problem(property == null ? at : at + "/" + property, message.getMessage());
        }
        refuseIfBroken();
    }

    /** Hash of a text, by which a version is known again. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the reading when anything was wrong. */
    public void refuseIfBroken() {
        if (!problems.isEmpty()) {
            throw new YamlRefused(problems);
        }
    }
}
