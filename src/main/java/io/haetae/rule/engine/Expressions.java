package io.haetae.rule.engine;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.haetae.kernel.YamlPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the CEL of one rule set against the facts it declares, so that a misspelt field, a misspelt choice or a
 * comparison of unlike things is found when the file is read and not on the night of a failure.
 */
final class Expressions {

    /** The entry at hand, in expressions that are asked of each entry of a list. */
    static final String ENTRY = "it";

    private static final CelOptions OPTIONS = CelOptions.current().build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final List<Fact> facts;
    private final Set<String> words;
    private final Map<String, StructType> structs = new HashMap<>();
    private final Map<String, Map<String, CelType>> derived = new HashMap<>();
    private final Map<String, CelCompiler> compilers = new HashMap<>();

    Expressions(List<Fact> facts) {
        this.facts = List.copyOf(facts);
        this.words = Fact.words(facts).collect(Collectors.toUnmodifiableSet());
    }

    /** Makes a computed field of a list's entries known to the expressions compiled from now on. */
    void derive(String list, String field, CelType type) {
        compilers.clear();
        derived.computeIfAbsent(list, key -> new HashMap<>()).put(field, type);
    }

    /**
     * Compiles an expression.
     *
     * @param part where it stands
     * @param each the list whose entries it is asked of, null for the facts as a whole
     * @param wanted the type it must have, null for any
     */
    Expression compile(YamlPart part, @Nullable String each, @Nullable CelType wanted) {
        CelCompiler compiler = compilers.computeIfAbsent(each == null ? "" : each, key -> compiler(each));
        CelValidationResult result = compiler.compile(part.text());
        for (CelIssue issue : result.getErrors()) {
            part.problem(
                    issue.getMessage() + " (at " + issue.getSourceLocation().getLine() + ":"
                            + issue.getSourceLocation().getColumn() + " of the expression)");
        }
        if (result.hasError()) {
            return Expression.BROKEN;
        }
        try {
            CelAbstractSyntaxTree ast = result.getAst();
            if (wanted != null && !ast.getResultType().equals(wanted)) {
                part.problem("gives " + ast.getResultType().name() + " where " + wanted.name() + " is needed");
            }
            checkWords(part, ast);
            return new Expression(part.text(), ast.getResultType(), RUNTIME.createProgram(ast));
        } catch (CelValidationException | CelEvaluationException e) {
            part.problem(String.valueOf(e.getMessage()));
            return Expression.BROKEN;
        }
    }

    private void checkWords(YamlPart part, CelAbstractSyntaxTree ast) {
        CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == ExprKind.Kind.CONSTANT)
                .map(node -> node.expr().constant())
                .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
                .map(CelConstant::stringValue)
                .filter(word -> !words.contains(word))
                .forEach(word -> part.problem("no fact can be '" + word + "'"));
    }

    private CelCompiler compiler(@Nullable String each) {
        structs.clear();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        for (Fact fact : facts) {
            builder.addVar(fact.name(), type(fact));
        }
        if (each != null) {
            StructType entry = structs.get(each);
            builder.addVar(ENTRY, entry == null ? SimpleType.DYN : entry);
        }
        return builder.setTypeProvider(new Structs(ImmutableMap.copyOf(structs)))
                .build();
    }

    private CelType type(Fact fact) {
        CelType type =
                switch (fact.type()) {
                    case INT -> SimpleType.INT;
                    case BOOL -> SimpleType.BOOL;
                    case CHOICE -> SimpleType.STRING;
                    case TEXTS -> ListType.create(SimpleType.STRING);
                    case OBJECT -> struct(fact);
                    case LIST -> ListType.create(struct(fact));
                };
        return fact.optional() ? NullableType.create(type) : type;
    }

    private StructType struct(Fact fact) {
        Map<String, CelType> fields = new HashMap<>(derived.getOrDefault(fact.name(), Map.of()));
        fact.of().forEach(inner -> fields.put(inner.name(), type(inner)));
        ImmutableMap<String, CelType> known = ImmutableMap.copyOf(fields);
        StructType struct =
                StructType.create(fact.name(), known.keySet(), field -> Optional.ofNullable(known.get(field)));
        structs.put(fact.name(), struct);
        return struct;
    }

    /** Tells the compiler which fields objects have. */
    private record Structs(ImmutableMap<String, StructType> byName) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(byName.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(byName.get(name));
        }
    }
}
