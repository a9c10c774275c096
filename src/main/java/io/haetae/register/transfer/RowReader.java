package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.JsonMismatch;
import io.haetae.kernel.Violations;
import io.haetae.register.DependencyCommand;
import io.haetae.register.SystemCommand;
import io.haetae.register.SystemTraits.DependencyType;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a command of a row. Columns that the file does not have keep what the register says; an empty cell empties
 * the field.
 */
@ApplicationScoped
class RowReader {

    /** What a spreadsheet leaves where a formula cannot be computed. */
    private static final Pattern BROKEN_FORMULA =
            Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)");

    private final ObjectMapper json;
    private final Validator validator;

    RowReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * A row as read.
     *
     * @param system null when the row cannot be read as one
     * @param dependencies null when the file has no such column
     */
    record Read(
            Table.Line line,
            String code,
            @Nullable SystemCommand system,
            @Nullable List<DependencyCommand> dependencies,
            List<FieldError> errors) {}

    /** Reads one row, as that of a code, over what the register has under the code. */
    Read read(Table table, Table.Line line, String code, @Nullable SystemView present, Codes.Book book) {
        List<FieldError> errors = new ArrayList<>();
        ObjectNode tree = present == null ? json.createObjectNode() : json.valueToTree(present.asCommand());
        List<DependencyCommand> dependencies = null;
        for (Table.Column column : table.columns()) {
            String path = column.path();
            String cell = path.equals(Columns.CODE) ? code : book.code(path, line.cell(column.index()));
            if (BROKEN_FORMULA.matcher(cell).matches()) {
                errors.add(FieldError.of("/" + path.replace('.', '/'), "broken-formula", cell));
                continue;
            }
            switch (path) {
                case Columns.GRADE -> grade(cell, present, errors);
                case Columns.DEPENDENCIES -> dependencies = dependencies(cell, errors);
                default -> put(tree, path, cell, errors);
            }
        }
        Columns.OBJECTS.stream().filter(name -> empty(tree.get(name))).forEach(tree::remove);
        SystemCommand system = errors.isEmpty() ? command(tree, errors) : null;
        return new Read(line, code, system, dependencies, errors);
    }

    private @Nullable SystemCommand command(ObjectNode tree, List<FieldError> errors) {
        try {
            SystemCommand system = json.treeToValue(tree, SystemCommand.class);
            Set<ConstraintViolation<SystemCommand>> found = validator.validate(system);
            if (found.isEmpty()) {
                return system;
            }
            errors.addAll(Violations.of(new ConstraintViolationException(found)));
        } catch (JsonMappingException e) {
            errors.add(JsonMismatch.of(e));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of ours is no JSON", e);
        }
        return null;
    }

    private void put(ObjectNode tree, String path, String cell, List<FieldError> errors) {
        JsonNode value;
        if (cell.isEmpty()) {
            value = json.nullNode();
        } else if (Columns.LISTS.contains(path)) {
            try {
                value = json.readTree(cell);
            } catch (JsonProcessingException e) {
                errors.add(FieldError.of("/" + path, "not-json"));
                return;
            }
        } else {
            value = json.getNodeFactory().textNode(Columns.value(path, cell));
        }
        set(tree, path.split("\\."), value);
    }

    /** Sets a value at its path, making the objects and lists on the way. */
    private void set(ObjectNode tree, String[] steps, JsonNode value) {
        JsonNode at = tree;
        for (int i = 0; i < steps.length; i++) {
            boolean last = i == steps.length - 1;
            JsonNode next = last ? value : container(at, steps[i], steps[i + 1]);
            if (at instanceof ArrayNode list) {
                int index = Integer.parseInt(steps[i]);
                while (list.size() <= index) {
                    list.addNull();
                }
                list.set(index, next);
            } else if (at instanceof ObjectNode object) {
                object.set(steps[i], next);
            }
            at = next;
        }
    }

    private JsonNode container(JsonNode at, String step, String following) {
        JsonNode there = at.isArray() ? at.get(Integer.parseInt(step)) : at.get(step);
        if (there != null && there.isContainerNode()) {
            return there;
        }
        return following.matches("[0-9]+") ? json.createArrayNode() : json.createObjectNode();
    }

    private static boolean empty(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return true;
        }
        for (JsonNode child : node) {
            if (!child.isNull()) {
                return false;
            }
        }
        return node.isObject();
    }

    /** A grade may stand in the file, so that an export can be imported again, but a file cannot set one. */
    private static void grade(String cell, @Nullable SystemView present, List<FieldError> errors) {
        Integer grade = present == null ? null : present.systemGrade();
        if (!cell.isEmpty() && !cell.equals(String.valueOf(grade))) {
            errors.add(FieldError.of("/" + Columns.GRADE, "not-by-import", cell));
        }
    }

    /** {@code GPKI:AUTHENTICATION; SAEOL:DATA}; the type is DATA when it is left out. */
    private static List<DependencyCommand> dependencies(String cell, List<FieldError> errors) {
        List<DependencyCommand> wanted = new ArrayList<>();
        for (String part : cell.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            String[] pair = part.strip().split(":", 2);
            String type = pair.length == 1 ? "DATA" : pair[1].strip().toUpperCase(Locale.ROOT);
            try {
                wanted.add(new DependencyCommand(pair[0].strip(), DependencyType.valueOf(type)));
            } catch (IllegalArgumentException e) {
                errors.add(FieldError.of("/" + Columns.DEPENDENCIES, "unknown-dependency-type", type));
            }
        }
        return wanted;
    }
}
