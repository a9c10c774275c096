package io.haetae.rule.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.SimpleType;
import io.haetae.kernel.YamlPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads names of grades and floors, which both forms of grading rules may have. */
final class SchemeReader {

    private SchemeReader() {}

    static Scheme read(YamlPart root, Expressions expressions, int mildest) {
        List<Scheme.Floor> floors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPart part : root.list("floors")) {
            unique(part, ids);
            inRange(part, mildest - 1);
            floors.add(new Scheme.Floor(
                    part.text("id"),
                    expressions.compile(part.at("when"), null, SimpleType.BOOL),
                    part.integer("grade"),
                    part.localized("why")));
        }
        List<Scheme.LeaningFloor> leanings = new ArrayList<>();
        for (YamlPart part : root.list("dependencyFloors")) {
            unique(part, ids);
            Set<String> types = new HashSet<>();
            for (JsonNode type : part.node().path("types")) {
                types.add(type.asText());
            }
            leanings.add(new Scheme.LeaningFloor(part.text("id"), types, part.integer("depth"), part.localized("why")));
        }
        return new Scheme(levels(root, mildest), floors, leanings);
    }

    private static List<GradeLevel> levels(YamlPart root, int mildest) {
        List<GradeLevel> levels = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        for (YamlPart part : root.list("levels")) {
            if (!named.add(part.integer("grade"))) {
                part.at("grade").problem("grade " + part.integer("grade") + " is named twice");
            }
            inRange(part, mildest);
            levels.add(new GradeLevel(part.integer("grade"), part.localized("name"), recovery(part)));
        }
        return levels;
    }

    private static GradeLevel.@Nullable Recovery recovery(YamlPart level) {
        if (!level.has("recovery")) {
            return null;
        }
        YamlPart part = level.at("recovery");
        if (part.integer("fromMinutes") > part.integer("withinMinutes")) {
            part.problem("a recovery target ends before it begins");
        }
        return new GradeLevel.Recovery(part.text("kind"), part.integer("fromMinutes"), part.integer("withinMinutes"));
    }

    private static void unique(YamlPart part, Set<String> ids) {
        if (!ids.add(part.text("id"))) {
            part.at("id").problem("floor " + part.text("id") + " stands twice");
        }
    }

    private static void inRange(YamlPart part, int mildest) {
        if (part.integer("grade") > mildest) {
            part.at("grade").problem("there is no such grade here: 1 to " + mildest);
        }
    }
}
