package io.countersign.shared.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text with aligned columns; numbers go right. Control characters in cells are shown as spaces: mail may hold terminal escapes. */
public final class TextTable {
    private static final int WIDEST = 60;

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... heads) {
        this.heads = List.of(heads);
    }

    /** Adds a row; cells are shown as {@link String#valueOf(Object)} says. */
    public TextTable row(Object... cells) {
        rows.add(List.of(cells).stream().map(TextTable::clean).toList());
        return this;
    }

    /** The head line and one line a row. */
    public List<String> lines() {
        var widths = IntStream.range(0, heads.size()).map(this::width).toArray();
        var lines = new ArrayList<String>();
        lines.add(line(heads, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int width(int column) {
        return Math.max(
                heads.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var padding = " ".repeat(widths[i] - cell.length());
            line.append(isNumber(i) ? padding + cell : cell + padding).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private boolean isNumber(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> row.get(column).isEmpty()
                                || row.get(column).chars().allMatch(c -> "0123456789.,-+%–".indexOf(c) >= 0));
    }

    private static String clean(Object cell) {
        var text = String.valueOf(cell).replaceAll("\\p{Cntrl}", " ");
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
    }
}
