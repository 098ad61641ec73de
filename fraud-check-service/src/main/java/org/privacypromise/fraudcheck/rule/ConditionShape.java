package org.privacypromise.fraudcheck.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.privacypromise.fraudcheck.signal.value.Signal;

/**
 * What a condition may be made of: signals, constants, comparisons, {@code && || ! ?:}, {@code in} with a short list, plus
 * and minus. Whatever could take long, fail, or mean something else than it seems to is left out.
 */
final class ConditionShape {

    static final String SIGNALS = "The signals are listed by GET /rules: right, channel, purpose, origin.known,"
            + " contact_point.known, customer.known, mailbox.checked, mailbox.disposable, and counts such as"
            + " origin.requests.last_hour.";

    private static final int LONGEST_LIST = 50;
    private static final Set<String> NAMES =
            Signal.everyOne().stream().map(Signal::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OPERATORS =
            Set.of("_&&_", "_||_", "!_", "_?_:_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "_+_", "_-_");
    private static final Map<String, String> OTHERWISE = Map.of(
            "matches",
                    "Patterns are not read: one can take for ever. Compare with whole words, or with a list of them.",
            "-_", "Counts are never negative. Write the comparison the other way round.",
            "_*_", "Products can be larger than any number. Add, or compare with a larger constant.",
            "_/_", "A division can fail. Compare with a larger constant.",
            "_%_", "A division can fail. Compare with a larger constant.");

    private final BiConsumer<Long, Issue> found;

    private ConditionShape(BiConsumer<Long, Issue> found) {
        this.found = found;
    }

    /** What is wrong, and what to do about it. */
    record Issue(String problem, String remedy) {}

    /** @param found is told the expression's ID and what is wrong with it */
    static void check(CelAbstractSyntaxTree parsed, BiConsumer<Long, Issue> found) {
        new ConditionShape(found).visit(parsed.getExpr());
    }

    private void visit(CelExpr part) {
        switch (part.exprKind().getKind()) {
            case CONSTANT -> constant(part);
            case IDENT, SELECT -> name(part);
            case CALL -> call(part);
            case LIST -> list(part);
            case COMPREHENSION -> refuse(part, "A rule cannot loop.", "Write the cases out, joined by && or ||.");
            default -> refuse(part, "A rule has no place for this.", "Use signals, constants and comparisons.");
        }
    }

    private void constant(CelExpr part) {
        CelConstant.Kind kind = part.constant().getKind();
        if (kind != CelConstant.Kind.BOOLEAN_VALUE
                && kind != CelConstant.Kind.INT64_VALUE
                && kind != CelConstant.Kind.STRING_VALUE) {
            refuse(part, "A rule knows no value of this sort.", "Use whole numbers, words in quotes, true and false.");
        }
    }

    private void name(CelExpr part) {
        Optional<String> name = nameOf(part);
        if (name.isEmpty()) {
            refuse(part, "A rule has no place for this.", SIGNALS);
        } else if (!NAMES.contains(name.get())) {
            refuse(part, "`" + name.get() + "` is no signal.", SIGNALS);
        }
    }

    private void call(CelExpr part) {
        String function = part.call().function();
        if (!OPERATORS.contains(function)) {
            refuse(
                    part,
                    "`" + function.replace("_", "") + "` cannot be used in a rule.",
                    OTHERWISE.getOrDefault(function, "Use == != < <= > >= && || ! ?: in + - only."));
            return;
        }
        part.call().target().ifPresent(this::visit);
        part.call().args().forEach(this::visit);
    }

    private void list(CelExpr part) {
        if (part.list().elements().size() > LONGEST_LIST) {
            refuse(
                    part,
                    "The list is longer than " + LONGEST_LIST + ".",
                    "Shorten it: a rule must be read by people, and asked in no time.");
            return;
        }
        part.list().elements().forEach(this::visit);
    }

    private void refuse(CelExpr part, String problem, String remedy) {
        found.accept(part.id(), new Issue(problem, remedy));
    }

    /** The dotted name, if it is one. */
    private static Optional<String> nameOf(CelExpr part) {
        return switch (part.exprKind().getKind()) {
            case IDENT -> Optional.of(part.ident().name());
            case SELECT ->
                part.select().testOnly()
                        ? Optional.empty()
                        : nameOf(part.select().operand())
                                .map(owner -> owner + "." + part.select().field());
            default -> Optional.empty();
        };
    }
}
