package org.privacypromise.fraudcheck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects everything wrong with a file. */
final class RuleFaults {

    private final List<RuleFault> faults = new ArrayList<>();

    /** At the place where the node begins. */
    void add(Node node, String place, String rule, String problem, String remedy) {
        addInLine(node.getStartMark().getLine() + 1, place, rule, problem, remedy);
    }

    void addInLine(int line, String place, String rule, String problem, String remedy) {
        faults.add(new RuleFault(line, place, rule, problem, remedy));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<RuleFault> inOrderOfFile() {
        return faults.stream().sorted(Comparator.comparingInt(RuleFault::line)).toList();
    }
}
