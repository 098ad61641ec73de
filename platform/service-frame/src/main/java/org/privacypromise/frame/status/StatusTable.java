package org.privacypromise.frame.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines with columns below one another, as kubectl prints them. */
public final class StatusTable {

    private final List<List<String>> rows = new ArrayList<>();

    public StatusTable(String... heads) {
        rows.add(List.of(heads));
    }

    /** One cell for each head. */
    public StatusTable row(Object... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("a row needs " + rows.getFirst().size() + " cells");
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** With these words instead if there is no row. */
    public String print(String none) {
        if (rows.size() == 1) {
            return none + "\n";
        }
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).append(" ".repeat(widths.get(i) - row.get(i).length() + 3));
        }
        return line.toString().stripTrailing() + "\n";
    }
}
