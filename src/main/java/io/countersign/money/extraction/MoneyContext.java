package io.countersign.money.extraction;

import io.countersign.money.extraction.Words.Word;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the whole mail says about how its amounts are written.
 *
 * @param decimalMark the mark that other amounts show
 * @param explicit how often each currency is named beyond doubt
 * @param hints currencies that words, countries or the sender's domain speak for; higher is stronger
 * @param doubtful the first amount whose sign can mean several currencies
 */
record MoneyContext(
        Optional<Character> decimalMark,
        Map<MoneyUnit, Integer> explicit,
        Map<MoneyUnit, Integer> hints,
        Optional<RawAmount> doubtful) {
    private static final int LONGEST = 60_000;
    private static final int DOMAIN_HINT = 3;
    private static final int LANGUAGE_HINT = 2;
    private static final int LANGUAGE_WORDS = 3;

    /**
     * @param text of the whole mail, for words that hint at a currency
     * @param domain of the sender
     */
    static MoneyContext of(CurrencySigns signs, Collection<RawAmount> raws, String text, String domain) {
        var explicit = new LinkedHashMap<MoneyUnit, Integer>();
        for (var raw : raws) {
            if (raw.explicit() && !raw.weak() && raw.units().size() == 1) {
                explicit.merge(raw.units().getFirst(), 1, Integer::sum);
            }
        }
        var doubtful = raws.stream()
                .filter(raw -> raw.hasSign() && !raw.weak() && raw.units().size() > 1)
                .findFirst();
        return new MoneyContext(mark(raws), explicit, hints(signs, raws, text, domain), doubtful);
    }

    private static Optional<Character> mark(Collection<RawAmount> raws) {
        int points = 0;
        int commas = 0;
        for (var raw : raws) {
            var digits = raw.digits();
            int at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
            if (raw.hasSign() && at >= 0 && digits.length() - at == 3) {
                points += digits.charAt(at) == '.' ? 1 : 0;
                commas += digits.charAt(at) == ',' ? 1 : 0;
            }
        }
        if (points == commas) {
            return Optional.empty();
        }
        return Optional.of(points > commas ? '.' : ',');
    }

    private static Map<MoneyUnit, Integer> hints(
            CurrencySigns signs, Collection<RawAmount> raws, String text, String domain) {
        var doubtful = new HashSet<MoneyUnit>();
        for (var raw : raws) {
            if (raw.weak() || raw.units().size() != 1) {
                doubtful.addAll(raw.units().isEmpty() ? signs.units() : raw.units());
            }
        }
        var hints = new HashMap<MoneyUnit, Integer>();
        if (raws.isEmpty()) {
            doubtful.addAll(signs.units());
        }
        if (doubtful.isEmpty()) {
            return hints;
        }
        var words = new HashSet<String>();
        for (Word word : Words.of(text, 0, Math.min(LONGEST, text.length()))) {
            words.add(word.text());
        }
        // Many an English mail has a greeting or a street in another language.
        boolean usual = speaks(signs.units().getFirst(), words);
        for (var unit : doubtful) {
            int hint = unit.endings().stream().anyMatch(ending -> domain.endsWith("." + ending)) ? DOMAIN_HINT : 0;
            for (var near : unit.near()) {
                boolean own = near.equals(Words.fold(unit.code()));
                hint += words.contains(near) ? (own ? DOMAIN_HINT : 1) : 0;
            }
            hint += !usual && speaks(unit, words) ? LANGUAGE_HINT : 0;
            if (hint > 0) {
                hints.put(unit, hint);
            }
        }
        return hints;
    }

    private static boolean speaks(MoneyUnit unit, Set<String> words) {
        return unit.speaks().stream()
                        .filter(words::contains)
                        .limit(LANGUAGE_WORDS)
                        .count()
                == LANGUAGE_WORDS;
    }

    /** Which of the currencies that its sign can mean an amount has. */
    Optional<MoneyUnit> unit(RawAmount raw) {
        return choose(raw.units(), raw.weak());
    }

    private Optional<MoneyUnit> choose(List<MoneyUnit> units, boolean weak) {
        if (units.size() == 1 && !weak) {
            return Optional.of(units.getFirst());
        }
        MoneyUnit best = null;
        int most = 0;
        for (var unit : units) {
            int score = Math.min(explicit.getOrDefault(unit, 0), 3) * 4 + hints.getOrDefault(unit, 0);
            if (score > most) {
                most = score;
                best = unit;
            }
        }
        boolean sure = most >= 2 || (weak && most > 0);
        if (best != null && sure) {
            return Optional.of(best);
        }
        return weak || units.isEmpty() ? Optional.empty() : Optional.of(units.getFirst());
    }

    /** The one currency of the mail, for numbers without a sign. */
    Optional<MoneyUnit> only() {
        if (explicit.size() == 1) {
            return Optional.of(explicit.keySet().iterator().next());
        }
        if (!explicit.isEmpty()) {
            return Optional.empty();
        }
        if (doubtful.isPresent()) {
            return unit(doubtful.get());
        }
        return hints.entrySet().stream()
                .filter(hint -> hint.getValue() >= DOMAIN_HINT)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }
}
