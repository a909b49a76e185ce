package io.countersign.money.extraction;

import io.countersign.classify.CalendarWords;
import io.countersign.classify.DataFile;
import io.countersign.classify.DateReader;
import io.countersign.classify.DateReader.Found;
import io.countersign.classify.DateReader.Order;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the day of a purchase behind its label, by {@code money/dates.txt}. Immutable and thread-safe. */
final class DateFinder {
    /** A purchase further back was told of before; what the mail is about happened with it. */
    private static final int MAX_DAYS_BACK = 30;

    private static final int HEAD_ROWS = 30;
    private static final int HEAD_LENGTH = 200;
    private static final Set<String> MONTH_FIRST = Set.of("USD", "PHP");
    private static final Set<String> UNDECIDED = Set.of("CAD", "");

    private final CalendarWords words;
    private final PhraseBook<Rank> labels = new PhraseBook<>();

    private enum Rank {
        PURCHASE,
        DOCUMENT,
        OTHER
    }

    DateFinder(DataFile labelFile, CalendarWords words) {
        this.words = words;
        for (var section : labelFile.sections()) {
            var rank = Stream.of(Rank.values())
                    .filter(value -> value.name().equalsIgnoreCase(section.name()))
                    .findFirst()
                    .orElseThrow(() -> section.at().refuse("Expected purchase, document or other"));
            section.lines().forEach(line -> labels.add(line.text(), rank));
        }
    }

    /**
     * The day of the purchase.
     *
     * @param sheet where to look
     * @param mailed the day of the mail where its sender is
     * @param currency of the charge: tells who writes the month first
     */
    LocalDate find(Sheet sheet, LocalDate mailed, String currency) {
        var rows = sheet.rows();
        // The text of a mail written today often names the day before, of another time zone or of a run of bills.
        int near = sheet.isDocument() ? 0 : 1;
        Optional<LocalDate> document = Optional.empty();
        for (int row = 0; row < rows.size(); row++) {
            var text = rows.get(row).text();
            if (text.length() > 400) {
                continue;
            }
            for (var hit : labels.find(Words.of(text))) {
                if (hit.meaning() == Rank.OTHER) {
                    continue;
                }
                var date = dateAt(rows, row, text, hit.begin(), hit.end(), mailed, currency);
                if (date.isPresent() && hit.meaning() == Rank.PURCHASE) {
                    return date.get();
                }
                document = document.isPresent() ? document : date;
            }
        }
        if (document.isEmpty() && sheet.isDocument()) {
            document = onlyDay(rows, mailed, currency);
        }
        return document.filter(day -> ChronoUnit.DAYS.between(day, mailed) > near)
                .orElse(mailed);
    }

    /** In the head of a document that has no labels, its only day of late. */
    private Optional<LocalDate> onlyDay(List<Sheet.Row> rows, LocalDate mailed, String currency) {
        var days = new HashSet<LocalDate>();
        for (var row : rows.subList(0, Math.min(HEAD_ROWS, rows.size()))) {
            var text = row.text().substring(0, Math.min(HEAD_LENGTH, row.text().length()));
            for (int at = 0; at < text.length(); at++) {
                boolean begins = Character.isDigit(text.charAt(at))
                        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
                if (begins && (at == 0 || ".,/-:".indexOf(text.charAt(at - 1)) < 0)) {
                    plausible(text, at, mailed, currency).ifPresent(days::add);
                }
            }
        }
        return days.size() == 1 ? Optional.of(days.iterator().next()) : Optional.empty();
    }

    private Optional<LocalDate> dateAt(
            List<Sheet.Row> rows, int row, String text, int begin, int end, LocalDate mailed, String currency) {
        int from = end;
        while (from < text.length() && " \t:#.-–(".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        if (from < text.length()) {
            var here = plausible(text, from, mailed, currency);
            if (here.isPresent()
                    || row + 1 == rows.size()
                    || !text.substring(end, from).contains("\t")) {
                return here;
            }
        }
        if (row + 1 == rows.size()) {
            return Optional.empty();
        }
        int column =
                (int) text.substring(0, begin).chars().filter(c -> c == '\t').count();
        var cells = rows.get(row + 1).cells();
        return column < cells.size() ? plausible(cells.get(column), 0, mailed, currency) : Optional.empty();
    }

    /** Of the ways to read it, the one within the days before the mail; the nearer, if both are. */
    private Optional<LocalDate> plausible(String text, int from, LocalDate mailed, String currency) {
        var order = MONTH_FIRST.contains(currency) ? Order.MONTH_FIRST : Order.DAY_FIRST;
        var other = order == Order.DAY_FIRST ? Order.MONTH_FIRST : Order.DAY_FIRST;
        var usual = read(text, from, mailed, order);
        var unusual = read(text, from, mailed, other);
        if (usual.isPresent() && unusual.isPresent() && UNDECIDED.contains(currency)) {
            return usual.get().isAfter(unusual.get()) ? usual : unusual;
        }
        return usual.isPresent() ? usual : unusual;
    }

    private Optional<LocalDate> read(String text, int from, LocalDate mailed, Order order) {
        return DateReader.past(words, mailed, order)
                .date(text, from)
                .map(Found::date)
                .filter(date -> !date.isAfter(mailed.plusDays(1)) && !date.isBefore(mailed.minusDays(MAX_DAYS_BACK)));
    }
}
