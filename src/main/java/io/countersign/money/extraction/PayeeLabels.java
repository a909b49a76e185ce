package io.countersign.money.extraction;

import io.countersign.money.extraction.PhraseBook.Hit;
import io.countersign.money.extraction.Sheet.Row;
import java.util.List;
import java.util.Optional;

/** Finds who was paid behind a label like "Merchant", in the same row or below it. Immutable. */
final class PayeeLabels {
    private static final int MAX_ROWS = 400;
    private static final int LONGEST_CELL = 120;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_WORDS = 7;
    private static final int LEAST_LETTERS = 4;

    private final MerchantNames names;
    private final PhraseBook<Boolean> labels = new PhraseBook<>();
    private final Relays relays;

    /** @param lists of labels in {@code relays} */
    PayeeLabels(Relays relays, MerchantNames names, List<String> lists) {
        this.names = names;
        this.relays = relays;
        lists.forEach(list -> relays.lines(list).forEach(line -> labels.add(line, true)));
        relays.lines("payee-not").forEach(line -> labels.add(line, false));
    }

    /** Behind the last label above the charge, else behind the first one of all. */
    Optional<String> find(List<Row> rows, int at) {
        Optional<String> found = Optional.empty();
        for (int row = 0; row < Math.min(rows.size(), MAX_ROWS); row++) {
            if (row > at && found.isPresent()) {
                return found;
            }
            var here = inRow(rows, row);
            found = here.isPresent() ? here : found;
        }
        return found;
    }

    private Optional<String> inRow(List<Row> rows, int row) {
        var cells = rows.get(row).cells();
        var below = row + 1 < rows.size() ? rows.get(row + 1).cells() : List.<String>of();
        for (int i = 0; i < cells.size(); i++) {
            var value = valueOf(cells, i, below);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private Optional<String> valueOf(List<String> cells, int index, List<String> below) {
        var cell = cells.get(index);
        var hits = cell.length() > LONGEST_TEXT ? List.<Hit<Boolean>>of() : labels.find(Words.of(cell));
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        var first = hits.getFirst();
        if (first.first() > 0 || cell.length() > LONGEST_CELL) {
            return inText(cell, hits);
        }
        var rest = cell.substring(first.end()).strip();
        if (rest.startsWith(":")) {
            rest = rest.substring(1).strip();
        } else if (!rest.isEmpty()) {
            return Optional.empty();
        }
        if (rest.isEmpty()) {
            boolean beside = index + 1 < cells.size() && !isLabel(cells.get(index + 1));
            rest = beside ? cells.get(index + 1) : index < below.size() ? below.get(index) : "";
        }
        return first.meaning() ? named(rest) : Optional.empty();
    }

    /** "...on 8 March. Info: ACME STORES. The limit..." */
    private Optional<String> inText(String text, List<Hit<Boolean>> hits) {
        for (var hit : hits) {
            if (hit.meaning() && text.startsWith(":", hit.end())) {
                var rest = text.substring(hit.end() + 1);
                int stop = rest.indexOf(". ");
                return named(stop < 0 ? rest : rest.substring(0, stop));
            }
        }
        return Optional.empty();
    }

    private boolean isLabel(String cell) {
        return !labels.find(Words.of(cell)).isEmpty();
    }

    private Optional<String> named(String text) {
        int tab = text.indexOf('\t');
        var name = names.clean(inPath(tab > 0 ? text.substring(0, tab) : text));
        return name.isEmpty() || Words.of(name).size() > MOST_WORDS ? Optional.empty() : Optional.of(name);
    }

    /** The name within "UPI/P2M/406512349876/ACME STORES/Bank", as banks write the way that money took. */
    private String inPath(String text) {
        var parts = text.split("[/*]", -1);
        if (parts.length < 3) {
            return text;
        }
        for (var part : parts) {
            boolean words = part.chars().noneMatch(Character::isDigit)
                    && part.chars().filter(Character::isLetter).count() >= LEAST_LETTERS;
            if (words && !relays.lines("payee-rail").contains(Words.fold(part.strip()))) {
                return part.strip();
            }
        }
        return text;
    }
}
