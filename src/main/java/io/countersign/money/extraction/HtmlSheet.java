package io.countersign.money.extraction;

import io.countersign.money.extraction.Sheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Reads HTML as a {@link Sheet}. Layout tables are seen through: cells that hold one line each stand beside each other,
 * cells that hold many stand below each other. What is hidden or struck out is left out. Used by one thread.
 */
final class HtmlSheet {
    private static final int MAX_DEPTH = 150;
    private static final Set<String> DROPPED = Set.of(
            "style",
            "script",
            "head",
            "title",
            "noscript",
            "template",
            "object",
            "svg",
            "select",
            "textarea",
            "iframe",
            "s",
            "del",
            "strike");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "html",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "footer",
            "form",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "pre",
            "section",
            "table",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "td",
            "th",
            "ul",
            "caption",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");
    private static final List<String> BESIDE =
            List.of("float:", "display:inline-block", "display:table-cell", "display:inline-table");

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
            } else if (child instanceof Element element && !isDropped(element)) {
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
            lines.add(beside(cells(element, depth)));
        } else if (BLOCKS.contains(name)) {
            block(element, lines, depth);
        } else if (isCents(element, lines)) {
            lines.write("." + element.text().strip());
        } else {
            boolean apart = isBeside(element);
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
        if (isBeside(element)) {
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
            if (!isDropped(child)) {
                var rows = rows(child, depth);
                if (!rows.isEmpty()) {
                    cells.add(rows);
                }
            }
        }
        return cells;
    }

    /** Puts the lines of cells beside each other where they belong together. */
    private static List<List<String>> beside(List<List<List<String>>> cells) {
        if (cells.size() <= 1) {
            return cells.isEmpty() ? List.of() : cells.getFirst();
        }
        int most = cells.stream().mapToInt(List::size).max().orElse(0);
        if (most == 1) {
            return List.of(
                    cells.stream().flatMap(rows -> rows.getFirst().stream()).toList());
        }
        if (most <= 8 && cells.stream().allMatch(rows -> rows.size() == most) && isPaired(cells.getLast())) {
            return zipped(cells, most);
        }
        var rows = new ArrayList<List<String>>();
        boolean small = most <= 4 && cells.stream().anyMatch(cell -> cell.size() == 1);
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
                .allMatch(row -> row.size() == 1 && row.getFirst().length() <= 24 && hasDigit(row.getFirst()));
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

    /** Two small digits behind a price are its cents. */
    private static boolean isCents(Element element, Lines lines) {
        boolean raised = element.normalName().equals("sup")
                || style(element).contains("vertical-align:super")
                || style(element).contains("vertical-align:top");
        if (!raised || !lines.endsWithDigit()) {
            return false;
        }
        var text = element.text().strip();
        return text.length() == 2 && Character.isDigit(text.charAt(0)) && Character.isDigit(text.charAt(1));
    }

    private static boolean isBeside(Element element) {
        var style = style(element);
        return !style.isEmpty() && BESIDE.stream().anyMatch(style::contains);
    }

    private static boolean isDropped(Element element) {
        if (DROPPED.contains(element.normalName()) || element.hasAttr("hidden")) {
            return true;
        }
        var style = style(element);
        return !style.isEmpty()
                && (style.contains("display:none")
                        || style.contains("mso-hide:all")
                        || style.contains("visibility:hidden")
                        || style.contains("line-through"));
    }

    private static String style(Element element) {
        var style = element.attr("style");
        if (style.isEmpty() || style.length() > 2_000) {
            return "";
        }
        return style.replace(" ", "").toLowerCase(Locale.ROOT);
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
