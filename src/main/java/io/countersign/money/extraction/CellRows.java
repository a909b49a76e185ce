package io.countersign.money.extraction;

import java.util.ArrayList;
import java.util.List;

/** Puts the lines of the cells of one table row together. */
final class CellRows {
    private static final int MOST_PAIRS = 8;
    private static final int MOST_SMALL = 4;
    private static final int LONGEST_VALUE = 24;

    private CellRows() {}

    /** Puts the lines of cells beside each other where they belong together. */
    static List<List<String>> beside(List<List<List<String>>> cells) {
        if (cells.size() <= 1) {
            return cells.isEmpty() ? List.of() : cells.getFirst();
        }
        int most = cells.stream().mapToInt(List::size).max().orElse(0);
        if (most == 1) {
            return List.of(
                    cells.stream().flatMap(rows -> rows.getFirst().stream()).toList());
        }
        if (most <= MOST_PAIRS && cells.stream().allMatch(rows -> rows.size() == most) && isPaired(cells.getLast())) {
            return zipped(cells, most);
        }
        var rows = new ArrayList<List<String>>();
        boolean small = most <= MOST_SMALL && cells.stream().anyMatch(cell -> cell.size() == 1);
        if (small) {
            rows.add(cells.stream().flatMap(cell -> cell.getFirst().stream()).toList());
        }
        for (var cell : cells) {
            rows.addAll(small ? cell.subList(1, cell.size()) : cell);
        }
        return rows;
    }

    private static boolean isPaired(List<List<String>> last) {
        return last.stream()
                .allMatch(
                        row -> row.size() == 1 && row.getFirst().length() <= LONGEST_VALUE && hasDigit(row.getFirst()));
    }

    private static List<List<String>> zipped(List<List<List<String>>> cells, int count) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < count; i++) {
            var row = new ArrayList<String>();
            for (var cell : cells) {
                row.addAll(cell.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
