package io.countersign.money.extraction;

import io.countersign.money.extraction.Labels.Mark;
import io.countersign.money.extraction.Sheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all amounts of a sheet with their labels: in the same row, in the row above, or in the sentence. Immutable. */
final class AmountReader {
    private static final int MAX_AMOUNTS = 2_000;
    private static final int MAX_LABEL = 80;
    private static final int LABEL_ROWS = 2;
    private static final int SURE = 60;
    private static final int WRAPPED = 50;

    private final AmountParser parser;
    private final Labels labels;

    AmountReader(AmountParser parser, Labels labels) {
        this.parser = parser;
        this.labels = labels;
    }

    /** The numbers of each row, before anything is known of the mail. */
    List<List<RawAmount>> scan(Sheet sheet) {
        var rows = new ArrayList<List<RawAmount>>();
        int count = 0;
        for (var row : sheet.rows()) {
            var found = count < MAX_AMOUNTS ? parser.scanner().scan(row.text(), true) : List.<RawAmount>of();
            count += found.size();
            rows.add(found);
        }
        return rows;
    }

    List<LabelledAmount> read(Sheet sheet, List<List<RawAmount>> raws, MoneyContext context) {
        var found = new ArrayList<LabelledAmount>();
        for (int row = 0; row < raws.size(); row++) {
            int from = 0;
            var inRow = raws.get(row);
            for (int i = 0; i < inRow.size(); i++) {
                var raw = inRow.get(i);
                int to = i + 1 < inRow.size()
                        ? inRow.get(i + 1).begin()
                        : sheet.rows().get(row).text().length();
                read(sheet, raws, row, raw, from, to, context).ifPresent(found::add);
                from = raw.hasSign() && !raw.aside() ? raw.end() : from;
            }
        }
        return found;
    }

    private Optional<LabelledAmount> read(
            Sheet sheet, List<List<RawAmount>> raws, int row, RawAmount raw, int from, int to, MoneyContext context) {
        var text = sheet.rows().get(row).text();
        if (!raw.hasSign() && !hasDecimals(raw.digits())) {
            return Optional.empty();
        }
        var label = label(sheet, raws, row, raw, from, text.substring(Math.min(raw.end(), to), to));
        if (!raw.hasSign() && label.mark().map(Mark::weight).orElse(0) < SURE) {
            return Optional.empty();
        }
        return parser.read(raw, context)
                .map(money -> new LabelledAmount(
                        money, shown(label.text()), label.mark(), sheet, row, raw.hasSign(), raw.aside()));
    }

    /** A number without a currency counts only with two decimals and behind a label of a total. */
    private static boolean hasDecimals(String digits) {
        int mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        return mark > 0 && mark == digits.length() - 3;
    }

    private record Label(String text, Optional<Mark> mark) {}

    private Label label(Sheet sheet, List<List<RawAmount>> raws, int row, RawAmount raw, int from, String behind) {
        var text = sheet.rows().get(row).text();
        var front = front(text.substring(Math.min(from, raw.begin()), raw.begin()), raw);
        var after = behind(behind).or(() -> nextLine(sheet, row, behind));
        var inRow = inRow(front);
        if (inRow.mark().isPresent() && inRow.mark().get().isOther()) {
            return inRow;
        }
        if (after.isPresent() && (after.get().isOther() || inRow.mark().isEmpty())) {
            return new Label(after.get().phrase(), after);
        }
        if (inRow.mark().isPresent()) {
            return inRow;
        }
        if (hasWords(front)) {
            return front.endsWith("\t") ? headed(sheet, row, text, raw).orElse(inRow) : inRow;
        }
        boolean bare = from == 0 || !hasWords(text.substring(0, raw.begin()));
        return bare ? above(sheet, raws, row, text, raw.begin()) : new Label("", Optional.empty());
    }

    /** Within parentheses that say something, only what they say: "Total (incl. VAT $2.00)". */
    private static String front(String text, RawAmount raw) {
        int open = raw.aside() ? text.lastIndexOf('(') : -1;
        return open >= 0 && hasWords(text.substring(open)) ? text.substring(open) : text;
    }

    /** What says that it is something else may have slipped into the next line of a text: "$9.9 / million". */
    private Optional<Mark> nextLine(Sheet sheet, int row, String behind) {
        boolean wrapped = behind.isBlank()
                && row + 1 < sheet.rows().size()
                && sheet.rows().get(row).text().length() >= WRAPPED
                && sheet.rows().get(row).text().indexOf('\t') < 0;
        return wrapped ? behind(sheet.rows().get(row + 1).text()).filter(Mark::isOther) : Optional.empty();
    }

    private Optional<Mark> behind(String text) {
        int cell = text.indexOf('\t');
        return labels.behind(cell > 0 ? text.substring(0, cell) : text);
    }

    /** The nearest cell with words in front of the amount, else all of them together; a long text is a sentence. */
    private Label inRow(String front) {
        var cells = front.split("\t", -1);
        for (int i = cells.length - 1; i >= 0; i--) {
            if (hasWords(cells[i])) {
                var near = inCell(cells[i]);
                return near.mark().isPresent() || i == 0 ? near : wider(front, near);
            }
        }
        return new Label("", Optional.empty());
    }

    private Label wider(String front, Label near) {
        var all = labels.label(front.replace('\t', ' '));
        return all.isPresent() ? new Label(front.replace('\t', ' '), all) : near;
    }

    private Label inCell(String cell) {
        var tail = lastSentence(cell);
        return new Label(tail, labels.either(tail, cell));
    }

    private static String lastSentence(String cell) {
        for (int i = cell.length() - 2; i > 0; i--) {
            char c = cell.charAt(i);
            boolean stop = (c == '.' && !isAbbreviation(cell, i)) || c == '!' || c == '?' || c == ';';
            if (stop && cell.charAt(i + 1) == ' ' && hasWords(cell.substring(i + 1))) {
                return cell.substring(i + 1).strip();
            }
        }
        return cell;
    }

    private static boolean isAbbreviation(String text, int dot) {
        int begin = dot;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return dot > begin && dot - begin <= 4;
    }

    private Label above(Sheet sheet, List<List<RawAmount>> raws, int row, String text, int begin) {
        int column = column(text, begin);
        for (int up = 1; up <= LABEL_ROWS && row - up >= 0; up++) {
            var candidate = sheet.rows().get(row - up);
            boolean amounts = raws.get(row - up).stream().anyMatch(RawAmount::hasSign);
            if (amounts) {
                break;
            }
            if (hasWords(candidate.text())) {
                return inColumn(candidate, column);
            }
        }
        return new Label("", Optional.empty());
    }

    /** Beside other things, an amount may belong to the label right above it in its column: "Total due:". */
    private Optional<Label> headed(Sheet sheet, int row, String text, RawAmount raw) {
        if (row == 0) {
            return Optional.empty();
        }
        int column = column(text, raw.begin());
        var cells = sheet.rows().get(row - 1).cells();
        return Optional.of(column)
                .filter(at -> at < cells.size() && cells.get(at).endsWith(":"))
                .map(at -> inColumn(sheet.rows().get(row - 1), at));
    }

    private static int column(String text, int at) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\t').count();
    }

    private Label inColumn(Row row, int column) {
        var cells = row.cells();
        var cell = column < cells.size() ? cells.get(column) : cells.getLast();
        return cell.length() > MAX_LABEL ? new Label("", Optional.empty()) : new Label(cell, labels.either(cell, cell));
    }

    private static boolean hasWords(String text) {
        int letters = 0;
        for (int i = 0; i < text.length() && letters < 2; i++) {
            letters += Words.isIdeograph(text.charAt(i)) ? 2 : Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters >= 2;
    }

    private static String shown(String label) {
        var plain = label.replace('\t', ' ').strip();
        return plain.length() <= MAX_LABEL ? plain : plain.substring(plain.length() - MAX_LABEL);
    }
}
