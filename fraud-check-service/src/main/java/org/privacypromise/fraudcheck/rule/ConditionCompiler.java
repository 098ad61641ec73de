package org.privacypromise.fraudcheck.rule;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Arithmetic;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.BooleanOperator;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Comparison;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.InternalOperator;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Relation;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.privacypromise.fraudcheck.signal.value.Facts;
import org.privacypromise.fraudcheck.signal.value.Signal;
import org.privacypromise.fraudcheck.signal.value.Signals;
import org.privacypromise.fraudcheck.velocity.count.Counts;

/**
 * Makes conditions of their text, in the Common Expression Language (CEL). Every condition it returns has been checked:
 * it asks for signals that there are, compares like with like, gives true or false, cannot loop, and has been tried out.
 */
final class ConditionCompiler {

    private static final int LONGEST_CONDITION = 500;
    private static final int DEEPEST_NESTING = 24;

    private static final Set<StandardOverload> OPERATORS = Set.of(
            BooleanOperator.LOGICAL_AND,
            BooleanOperator.LOGICAL_OR,
            BooleanOperator.LOGICAL_NOT,
            BooleanOperator.CONDITIONAL,
            Relation.EQUALS,
            Relation.NOT_EQUALS,
            Comparison.LESS_INT64,
            Comparison.LESS_EQUALS_INT64,
            Comparison.GREATER_INT64,
            Comparison.GREATER_EQUALS_INT64,
            InternalOperator.IN_LIST,
            Arithmetic.ADD_INT64,
            Arithmetic.SUBTRACT_INT64);

    private static final List<Signals> TRIALS = List.of(
            Signals.of(Facts.none(), Counts.none()),
            Signals.of(new Facts("ACCESS", "WEB", "access-request", true, true, true, true), Counts.all(1)),
            Signals.of(new Facts("ACCESS", "WEB", "access-request", true, true, true, true), Counts.all(Counts.MOST)));

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    ConditionCompiler() {
        CelOptions limits = CelOptions.current()
                .maxExpressionCodePointSize(LONGEST_CONDITION)
                .maxParseRecursionDepth(DEEPEST_NESTING)
                .maxParseErrorRecoveryLimit(5)
                // The runtime knows no other way; which comparisons there are is said below.
                .enableHeterogeneousNumericComparisons(true)
                .build();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(limits)
                // So that a loop is recognised as one, and can be refused as one.
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, overload) -> OPERATORS.contains(overload))
                        .build())
                .setResultType(SimpleType.BOOL);
        Signal.everyOne().forEach(signal -> builder.addVar(signal.name(), typeOf(signal)));
        compiler = builder.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(limits).build();
    }

    /**
     * One thing wrong with a condition.
     *
     * @param line of the condition, from 1
     */
    record Issue(int line, String problem, String remedy) {}

    /** The condition; empty, and at least one issue, if it is refused. */
    Optional<Condition> compile(String when, List<Issue> issues) {
        int before = issues.size();
        Optional<Condition> condition =
                parse(when, issues).flatMap(parsed -> check(parsed, issues)).map(this::program);
        condition.ifPresent(compiled -> tryOut(compiled, issues));
        return issues.size() == before ? condition : Optional.empty();
    }

    private Optional<CelAbstractSyntaxTree> parse(String when, List<Issue> issues) {
        Optional<CelAbstractSyntaxTree> parsed = treeOf(
                compiler.parse(when),
                issues,
                "Check quotes, brackets and operators. Conditions have at most " + LONGEST_CONDITION
                        + " characters, and are not nested deeply.");
        int before = issues.size();
        parsed.ifPresent(tree -> ConditionShape.check(
                tree, (id, found) -> issues.add(issue(tree.getSource(), id, found.problem(), found.remedy()))));
        return issues.size() == before ? parsed : Optional.empty();
    }

    private Optional<CelAbstractSyntaxTree> check(CelAbstractSyntaxTree parsed, List<Issue> issues) {
        return treeOf(
                compiler.check(parsed),
                issues,
                "A condition is true or false, and compares counts with whole numbers and words with words in quotes.");
    }

    private Condition program(CelAbstractSyntaxTree checked) {
        try {
            CelRuntime.Program program = runtime.createProgram(checked);
            return signals -> {
                try {
                    return (Boolean) program.eval(signals.values());
                } catch (CelEvaluationException e) {
                    throw new Condition.ConditionFailedException(e);
                }
            };
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a condition that was checked has a program", e);
        }
    }

    private static void tryOut(Condition condition, List<Issue> issues) {
        try {
            TRIALS.forEach(condition::holdsFor);
        } catch (Condition.ConditionFailedException e) {
            issues.add(new Issue(
                    1,
                    "The condition has no answer when counts are at their highest, " + Counts.MOST + ".",
                    "Use smaller numbers."));
        }
    }

    private static Optional<CelAbstractSyntaxTree> treeOf(
            CelValidationResult result, List<Issue> issues, String remedy) {
        if (result.hasError()) {
            for (CelIssue error : result.getErrors()) {
                issues.add(new Issue(Math.max(1, error.getSourceLocation().getLine()), inPlainWords(error), remedy));
            }
            return Optional.empty();
        }
        try {
            return Optional.of(result.getAst());
        } catch (CelValidationException e) {
            throw new IllegalStateException("a result without error has a tree", e);
        }
    }

    /** Without the list of everything else that would have been possible. */
    private static String inPlainWords(CelIssue error) {
        String message = error.getMessage().split(" \\(candidates| expecting \\{", 2)[0];
        int character = error.getSourceLocation().getColumn() + 1;
        return (character > 0 ? "At character " + character + ": " : "") + message + ".";
    }

    private static Issue issue(CelSource source, long id, String problem, String remedy) {
        Integer offset = source.getPositionsMap().get(id);
        int line = offset == null
                ? 1
                : source.getOffsetLocation(offset)
                        .map(location -> location.getLine())
                        .orElse(1);
        return new Issue(line, problem, remedy);
    }

    private static CelType typeOf(Signal signal) {
        return switch (signal.kind()) {
            case COUNT -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
            case WORD -> SimpleType.STRING;
        };
    }
}
