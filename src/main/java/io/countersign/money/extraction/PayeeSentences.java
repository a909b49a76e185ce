package io.countersign.money.extraction;

import io.countersign.money.extraction.Sheet.Row;
import io.countersign.money.extraction.Words.Word;
import java.util.List;
import java.util.Optional;

/**
 * Finds who was paid in the sentence of an amount: "...of $5.00 to Acme Ltd (shop@acme.example)", "Rs.500 spent at ACME on
 * 12-01". Immutable.
 */
final class PayeeSentences {
    private static final int ROWS_UP = 2;
    private static final int ROWS_DOWN = 3;
    private static final int LONGEST_ROW = 600;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 7;

    private final Relays relays;
    private final MerchantNames names;
    private final PhraseBook<Boolean> payeeWords = new PhraseBook<>();

    PayeeSentences(Relays relays, MerchantNames names) {
        this.relays = relays;
        this.names = names;
        relays.lines("payee-word").forEach(line -> payeeWords.add(line, true));
    }

    Optional<String> find(List<Row> rows, int at) {
        for (int row = Math.max(0, at - ROWS_UP); row < Math.min(rows.size(), at + ROWS_DOWN); row++) {
            var text = rows.get(row).text();
            if (text.length() < LONGEST_ROW) {
                for (var hit : payeeWords.find(Words.of(text))) {
                    var name = capitalised(text, behindAddress(text, hit.end()));
                    if (name.isPresent()) {
                        return name;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Past an address for payments that stands in front of the name: "to VPA shop@bank ACME STORES". */
    private static int behindAddress(String text, int from) {
        int end = from;
        for (int word = 0; word < 2; word++) {
            int begin = skipSpace(text, end);
            end = tokenEnd(text, begin);
            boolean address = text.substring(begin, end).indexOf('@') > 0;
            boolean named =
                    skipSpace(text, end) < text.length() && Character.isUpperCase(text.charAt(skipSpace(text, end)));
            if (address && named) {
                return end;
            }
        }
        return from;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && " :".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int tokenEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) > ' ') {
            at++;
        }
        return at;
    }

    private Optional<String> capitalised(String text, int from) {
        int begin = from;
        while (begin < text.length() && " :\"'".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        if (begin >= text.length() || !(Character.isUpperCase(text.charAt(begin)) || text.charAt(begin) >= 0x2e80)) {
            return Optional.empty();
        }
        int end = begin;
        List<Word> words = Words.of(text, begin, Math.min(text.length(), begin + LONGEST_NAME));
        for (var word : words) {
            char first = text.charAt(word.begin());
            boolean gap = text.substring(end, word.begin()).chars().anyMatch(c -> ".,;()\t<!".indexOf(c) >= 0);
            boolean suffix = end > begin && isLegal(word.text());
            boolean small = Character.isLowerCase(first) && !suffix;
            if ((end > begin && gap && !suffix && text.charAt(word.begin() - 1) != '.') || small) {
                break;
            }
            end = word.end();
        }
        return named(text.substring(begin, end));
    }

    private Optional<String> named(String text) {
        var name = names.clean(text);
        boolean whole = name.length() > 2 && Words.of(name).size() <= MOST_WORDS && !isCommon(name);
        return whole ? Optional.of(name) : Optional.empty();
    }

    private boolean isLegal(String word) {
        return relays.lines("legal").contains(word);
    }

    private boolean isCommon(String name) {
        return relays.lines("payee-never").contains(Words.fold(name));
    }
}
