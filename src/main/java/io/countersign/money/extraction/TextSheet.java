package io.countersign.money.extraction;

import io.countersign.money.extraction.Sheet.Row;
import java.util.ArrayList;
import java.util.List;

/** Reads plain text as a {@link Sheet}: lines are rows, wide gaps, tabs and bars part cells. Bounded. */
final class TextSheet {
    private static final int LONGEST = 400_000;

    private TextSheet() {}

    static Sheet of(String text) {
        var rows = new ArrayList<Row>();
        add(text, 0, rows);
        return new Sheet("text", rows);
    }

    /** The pages of a document, as {@code source} names it. */
    static Sheet of(String source, List<String> pages) {
        var rows = new ArrayList<Row>();
        for (int page = 0; page < pages.size(); page++) {
            add(pages.get(page), page + 1, rows);
        }
        return new Sheet(source, rows);
    }

    private static void add(String text, int page, List<Row> rows) {
        int end = Math.min(text.length(), LONGEST);
        int at = 0;
        while (at < end && rows.size() < Sheet.MAX_ROWS) {
            int stop = text.indexOf('\n', at, end);
            stop = stop < 0 ? end : stop;
            var line = text.substring(at, Math.min(stop, at + Sheet.MAX_CELL)).strip();
            if (!line.isEmpty() && line.charAt(0) != '>') {
                var cells = cells(line);
                if (!cells.isEmpty()) {
                    rows.add(Row.of(cells, page));
                }
            }
            at = stop + 1;
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        int gap = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t' || c == '|') {
                gap = 2;
            } else if (c == ' ') {
                gap++;
            } else {
                if (gap > 1) {
                    finish(cell, cells);
                } else if (gap == 1 && !cell.isEmpty()) {
                    cell.append(' ');
                }
                gap = 0;
                cell.append(c);
            }
        }
        finish(cell, cells);
        return cells;
    }

    private static void finish(StringBuilder cell, List<String> cells) {
        if (cell.chars().anyMatch(Character::isLetterOrDigit) || hasSymbol(cell)) {
            cells.add(cell.toString());
        }
        cell.setLength(0);
    }

    private static boolean hasSymbol(StringBuilder cell) {
        return cell.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
    }
}
