package io.haetae.rule.engine;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Reads a rule set: text, then schema, then meaning, then its own examples. Whatever is wrong is said with its place. */
public final class RuleSetReader {

    private RuleSetReader() {}

    /** Reads one file by the schema of its kind; refuses it with every problem found. */
    public static RuleSet read(String file, String yaml, String schema) {
        RuleFile rules = RuleFile.parse(file, yaml);
        checkSchema(rules, schema);
        RuleSet set = compile(rules, yaml);
        Examples.check(set, rules.root());
        rules.refuseIfBroken();
        return set;
    }

    /** Reads what was accepted before: a stored version stays usable even when the schema has become stricter. */
    public static RuleSet accepted(String file, String yaml) {
        return compile(RuleFile.parse(file, yaml), yaml);
    }

    private static RuleSet compile(RuleFile rules, String yaml) {
        Part root = rules.root();
        RuleSet.Header header = new RuleSet.Header(
                root.text("kind"), root.text("name"), root.text("version"), sha256(yaml), root.localized("title"));
        RuleSet set =
                switch (root.text("form")) {
                    case "weighted" -> WeightedReader.read(header, root);
                    case "worst-of" -> WorstOfReader.read(header, root);
                    default -> ScheduleRules.read(header, root);
                };
        rules.refuseIfBroken();
        return set;
    }

    /** Hash of a text as evaluations carry it. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkSchema(RuleFile rules, String schema) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        JsonSchema compiled = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema, InputFormat.JSON, config);
        List<ValidationMessage> messages = compiled.validate(rules.root().node()).stream()
                .sorted(Comparator.comparing(
                        message -> message.getInstanceLocation().toString()))
                .toList();
        for (ValidationMessage message : messages) {
            String at = message.getInstanceLocation().toString();
            String property = message.getProperty();
            rules.problem(property == null ? at : at + "/" + property, message.getMessage());
        }
        rules.refuseIfBroken();
    }
}
