package io.countersign.money.extraction;

import io.countersign.classify.DataFile;
import io.countersign.money.extraction.Sheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds order, booking, invoice and transaction numbers behind their labels, by {@code money/ids.txt}. Immutable. */
final class IdFinder {
    private static final int LONGEST = 40;
    private static final int MAX_GAP = 6;

    private final PhraseBook<Kind> labels = new PhraseBook<>();

    /** @param bare the label is a common word */
    record Kind(String name, int rank, boolean bare) {}

    /** An identifier in a row; {@code begin} is where its label begins. */
    record Id(String value, Kind kind, int row, int begin) {}

    IdFinder(DataFile file) {
        for (var section : file.sections()) {
            var head = section.name().split(" ", -1);
            boolean bare = head[0].equals("bare");
            section.at().require(head.length == (bare ? 3 : 2), "Expected [kind rank] or [bare kind rank]");
            try {
                var kind = new Kind(head[bare ? 1 : 0], Integer.parseInt(head[bare ? 2 : 1]), bare);
                section.lines().forEach(line -> labels.add(line.text(), kind));
            } catch (NumberFormatException e) {
                throw section.at().refuse("The rank is not a number");
            }
        }
    }

    /** All of a sheet, in reading order. */
    List<Id> find(Sheet sheet) {
        var ids = new ArrayList<Id>();
        var rows = sheet.rows();
        for (int row = 0; row < rows.size(); row++) {
            var text = rows.get(row).text();
            if (text.length() > 300) {
                continue;
            }
            for (var hit : labels.find(Words.of(text))) {
                var found = behind(text, hit.end(), hit.meaning());
                boolean marked = !hit.meaning().bare() || endsWithMark(text);
                if (found.isEmpty() && marked && isLast(text, hit.end()) && row + 1 < rows.size()) {
                    found = below(rows, row, hit.begin(), hit.meaning());
                }
                if (found.isPresent()) {
                    ids.add(new Id(found.get(), hit.meaning(), row, hit.begin()));
                }
            }
        }
        return ids;
    }

    /** What a single line, like a subject, says. */
    Optional<Id> inLine(String line) {
        return find(new Sheet("", List.of(Row.of(List.of(line), 0)))).stream().findFirst();
    }

    private static boolean endsWithMark(String text) {
        return text.endsWith("#") || text.endsWith("#:") || text.endsWith("№");
    }

    private static boolean isLast(String text, int end) {
        for (int i = end; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return text.charAt(Math.max(end, i - 1)) == '\t';
            }
        }
        return true;
    }

    /** The cell of the same column in the next row. */
    private static Optional<String> below(List<Row> rows, int row, int begin, Kind kind) {
        var text = rows.get(row).text();
        int column =
                (int) text.substring(0, begin).chars().filter(c -> c == '\t').count();
        var cells = rows.get(row + 1).cells();
        if (column >= cells.size()) {
            return Optional.empty();
        }
        var cell = cells.get(column).strip();
        return cell.indexOf(' ') < 0 || cell.length() > LONGEST ? token(cell, 0, kind) : Optional.empty();
    }

    private static Optional<String> behind(String text, int from, Kind kind) {
        int at = from;
        boolean marked = false;
        for (int round = 0; round < 3; round++) {
            int gap = at;
            while (at < text.length() && at - gap < MAX_GAP && !Character.isLetterOrDigit(text.charAt(at))) {
                marked |= "#№:".indexOf(text.charAt(at)) >= 0;
                if (Character.getType(text.charAt(at)) == Character.CURRENCY_SYMBOL) {
                    return Optional.empty();
                }
                at++;
            }
            int skipped = skipped(text, at);
            marked |= skipped > 2 || (skipped > 0 && !text.regionMatches(true, at, "is", 0, 2));
            at += skipped;
            if (skipped == 0) {
                break;
            }
        }
        boolean sure = !kind.bare() || marked;
        return token(text, at, kind)
                .filter(id -> sure || digits(id) >= 5 || (digits(id) >= 3 && digits(id) < id.length()));
    }

    /** The length of a word like "No" that may stand between a label and its identifier. */
    private static int skipped(String text, int at) {
        for (var word : List.of("number", "no", "nr", "nº", "n°", "n", "is", "id", "code")) {
            int end = at + word.length();
            if (text.regionMatches(true, at, word, 0, word.length())
                    && end < text.length()
                    && !Character.isLetterOrDigit(text.charAt(end))
                    && text.charAt(end) != '-') {
                return word.length();
            }
        }
        return 0;
    }

    private static Optional<String> token(String text, int from, Kind kind) {
        int end = from;
        while (end < text.length() && end - from <= LONGEST && isIdPart(text.charAt(end))) {
            end++;
        }
        while (end > from && "-./_".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        var id = text.substring(from, end);
        boolean grouped = end < text.length() && text.charAt(end) == ' ' && digits(id) == id.length();
        boolean decimals =
                end + 1 < text.length() && text.charAt(end) == ',' && Character.isDigit(text.charAt(end + 1));
        return !decimals && isSane(grouped ? grouped(text, from, end) : id, kind) ? Optional.of(id) : Optional.empty();
    }

    /** Phone and card numbers come in groups. */
    private static String grouped(String text, int from, int end) {
        int next = end + 1;
        int digits = 0;
        while (next < text.length() && Character.isDigit(text.charAt(next))) {
            next++;
            digits++;
        }
        return digits >= 3 && digits <= 4 && end - from <= 4 ? "" : text.substring(from, end);
    }

    private static boolean isIdPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '/' || c == '_' || c == '.';
    }

    private static int digits(String text) {
        return (int) text.chars().filter(Character::isDigit).count();
    }

    private static boolean isSane(String id, Kind kind) {
        int digits = digits(id);
        if (isLocator(id, kind)) {
            return true;
        }
        if (id.length() < 3 || id.length() > LONGEST || digits < 2 || (id.length() < 4 && digits < 3)) {
            return false;
        }
        return !isDateOrAmount(id, kind) && !(digits * 4 < id.length() && id.length() < 12);
    }

    /** The codes of airlines and railways may have no digit at all. */
    private static boolean isLocator(String id, Kind kind) {
        boolean code = id.length() >= 5
                && id.length() <= 8
                && id.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
        return code
                && !kind.bare()
                && (digits(id) > 0 ? digits(id) < id.length() : kind.name().equals("booking"));
    }

    private static boolean isDateOrAmount(String id, Kind kind) {
        int marks = (int) id.chars().filter(c -> c == '.' || c == '/').count();
        boolean numeric = digits(id) + marks == id.length();
        boolean date = numeric && marks == 2 && id.length() <= 10;
        boolean amount = numeric && marks == 1 && id.indexOf('.') == id.length() - 3;
        boolean year =
                kind.bare() && id.length() == 4 && (id.startsWith("19") || id.startsWith("20")) && digits(id) == 4;
        boolean iso = id.length() == 10 && id.charAt(4) == '-' && id.charAt(7) == '-';
        return date || amount || year || iso;
    }
}
