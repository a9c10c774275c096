package io.haetae.rule.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.NullValue;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CEL expressions that pick single values out of a document of unknown shape, called {@code event}. */
public final class Projection {

    private static final String DOCUMENT = "event";

    /** What can become a text. A value whose type shows only when it is there (dyn) is looked at then. */
    private static final Set<CelKind> SINGLE = Set.of(
            CelKind.STRING,
            CelKind.INT,
            CelKind.UINT,
            CelKind.DOUBLE,
            CelKind.TIMESTAMP,
            CelKind.NULL_TYPE,
            CelKind.DYN);

    private static final CelOptions OPTIONS = CelOptions.current().build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(DOCUMENT, SimpleType.DYN)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final Map<String, Expression> fields;

    private Projection(Map<String, Expression> fields) {
        this.fields = fields;
    }

    /**
     * Compiles one expression per field.
     *
     * @param wrong takes what is wrong, by field
     */
    public static Projection compile(Map<String, String> expressions, Map<String, String> wrong) {
        Map<String, Expression> compiled = new LinkedHashMap<>();
        expressions.forEach((field, source) -> {
            try {
                compiled.put(field, compile(source));
            } catch (IllegalArgumentException e) {
                wrong.put(field, String.valueOf(e.getMessage()));
            }
        });
        return new Projection(compiled);
    }

    private static Expression compile(String source) {
        CelValidationResult result = COMPILER.compile(source);
        if (result.hasError()) {
            throw new IllegalArgumentException(result.getErrors().stream()
                    .map(issue -> issue.getMessage() + " ("
                            + issue.getSourceLocation().getLine() + ":"
                            + issue.getSourceLocation().getColumn() + ")")
                    .findFirst()
                    .orElse(""));
        }
        try {
            CelAbstractSyntaxTree ast = result.getAst();
            if (!SINGLE.contains(ast.getResultType().kind())) {
                throw new IllegalArgumentException(
                        "gives " + ast.getResultType().name() + " where a single value is needed");
            }
            return new Expression(source, ast.getResultType(), RUNTIME.createProgram(ast));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A JSON document as expressions know it. */
    public static Object document(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> fields = new HashMap<>();
                json.fields().forEachRemaining(field -> fields.put(field.getKey(), document(field.getValue())));
                yield fields;
            }
            case ARRAY -> {
                List<Object> items = new ArrayList<>();
                json.forEach(item -> items.add(document(item)));
                yield items;
            }
            case STRING -> json.textValue();
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> json.isIntegralNumber() ? (Object) json.longValue() : (Object) json.doubleValue();
            default -> NullValue.NULL_VALUE;
        };
    }

    /** The value of a field in a document, null for null; {@link EvaluationFailed} when the document lacks something. */
    public @Nullable Object value(String field, Object document) {
        Expression expression = fields.get(field);
        if (expression == null) {
            return null;
        }
        Object value = expression.value(Map.of(DOCUMENT, document));
        return value instanceof NullValue || value instanceof dev.cel.common.values.NullValue ? null : value;
    }
}
