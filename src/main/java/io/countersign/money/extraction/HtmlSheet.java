package io.countersign.money.extraction;

import io.countersign.mail.HtmlElements;
import io.countersign.money.extraction.Sheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Reads HTML as a {@link Sheet}. Layout tables are seen through: cells that hold one line each stand beside each other,
 * cells that hold many stand below each other. What is hidden or struck out is left out. Used by one thread.
 */
final class HtmlSheet {
    private static final int MAX_DEPTH = 150;
    // What holds a sheet together and is no line in running text.
    private static final Set<String> FRAMES = Set.of("html", "td", "th");

    private int budget = Sheet.MAX_ROWS;

    static Sheet of(Element body) {
        return new Sheet(
                "HTML",
                new HtmlSheet()
                        .rows(body, 0).stream().map(cells -> Row.of(cells, 0)).toList());
    }

    private List<List<String>> rows(Element container, int depth) {
        var lines = new Lines();
        fill(container, lines, depth);
        lines.breakLine();
        return lines.rows;
    }

    private void fill(Element container, Lines lines, int depth) {
        if (depth > MAX_DEPTH) {
            lines.write(container.text());
            return;
        }
        for (var child : container.childNodes()) {
            if (budget <= 0) {
                return;
            }
            if (child instanceof TextNode text) {
                lines.write(text.getWholeText());
            } else if (child instanceof Element element && !ElementStyle.isDropped(element)) {
                element(element, lines, depth + 1);
            }
        }
    }

    private void element(Element element, Lines lines, int depth) {
        var name = element.normalName();
        if (name.equals("br")) {
            lines.breakLine();
        } else if (name.equals("tr")) {
            lines.breakLine();
            lines.add(CellRows.beside(cells(element, depth)));
        } else if (HtmlElements.isBlock(name) || HtmlElements.isParagraph(name) || FRAMES.contains(name)) {
            block(element, lines, depth);
        } else if (isCents(element, lines)) {
            lines.write("." + element.text().strip());
        } else {
            boolean apart = ElementStyle.isBeside(element);
            if (apart) {
                lines.nextCell();
            }
            fill(element, lines, depth);
            if (apart) {
                lines.nextCell();
            }
        }
    }

    private void block(Element element, Lines lines, int depth) {
        if (ElementStyle.isBeside(element)) {
            var rows = rows(element, depth);
            if (rows.size() == 1) {
                lines.nextCell();
                rows.getFirst().forEach(cell -> {
                    lines.write(cell);
                    lines.nextCell();
                });
                return;
            }
            lines.breakLine();
            lines.add(rows);
            return;
        }
        lines.breakLine();
        fill(element, lines, depth);
        lines.breakLine();
    }

    private List<List<List<String>>> cells(Element row, int depth) {
        var cells = new ArrayList<List<List<String>>>();
        for (var child : row.children()) {
            if (!ElementStyle.isDropped(child)) {
                var rows = rows(child, depth);
                if (!rows.isEmpty()) {
                    cells.add(rows);
                }
            }
        }
        return cells;
    }

    /** Two small digits behind a price are its cents. */
    private static boolean isCents(Element element, Lines lines) {
        boolean raised = element.normalName().equals("sup")
                || ElementStyle.of(element).contains("vertical-align:super")
                || ElementStyle.of(element).contains("vertical-align:top");
        if (!raised || !lines.endsWithDigit()) {
            return false;
        }
        var text = element.text().strip();
        return text.length() == 2 && Character.isDigit(text.charAt(0)) && Character.isDigit(text.charAt(1));
    }

    /** The lines of one container while they are written. */
    private final class Lines {
        private final List<List<String>> rows = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private boolean space;

        void write(String text) {
            for (int i = 0; i < text.length() && cell.length() < Sheet.MAX_CELL; i++) {
                char c = text.charAt(i);
                if (c <= ' ') {
                    space = true;
                } else if (c != '\u200b'
                        && c != '\u200c'
                        && c != '\u00ad'
                        && c != '\u034f'
                        && c != '\ufeff'
                        && c != '\u2060') {
                    if (space && !cell.isEmpty()) {
                        cell.append(' ');
                    }
                    space = false;
                    cell.append(c);
                }
            }
        }

        boolean endsWithDigit() {
            return !cell.isEmpty() && Character.isDigit(cell.charAt(cell.length() - 1));
        }

        void nextCell() {
            var text = cell.toString().replace('\u00a0', ' ').isBlank()
                    ? ""
                    : cell.toString().strip();
            if (!text.isEmpty()) {
                cells.add(text);
            }
            cell.setLength(0);
            space = false;
        }

        void breakLine() {
            nextCell();
            if (!cells.isEmpty()) {
                add(List.of(List.copyOf(cells)));
                cells.clear();
            }
        }

        void add(List<List<String>> more) {
            for (var row : more) {
                if (rows.size() < Sheet.MAX_ROWS) {
                    rows.add(row);
                }
            }
            budget -= more.size() > 0 ? 1 : 0;
        }
    }
}
