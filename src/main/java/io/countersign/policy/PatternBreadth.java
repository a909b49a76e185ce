package io.countersign.policy;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells when a pattern hardly tells texts apart. */
final class PatternBreadth {
    private static final int MANY_LETTERS = 20;
    // A pattern that is anchored to a single letter is not broad.
    private static final List<String> SENTENCES = List.of(
            "The quick brown fox jumps over the lazy dog.",
            "zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich",
            "Re: Invoice 2026-0417 from ACME (due in 30 days)",
            "ann.lee+news@shop.example");

    private PatternBreadth() {}

    /** A sentence about a pattern that is too broad for {@code field}; empty for one that is not. */
    static Optional<String> of(Pattern pattern, String field) {
        if (pattern.matcher("").find()) {
            return Optional.of("The pattern matches the empty text, so it matches every " + field + ".");
        }
        long letters = IntStream.rangeClosed('a', 'z')
                .filter(letter -> pattern.matcher(Character.toString(letter)).find())
                .count();
        boolean broad = letters >= MANY_LETTERS
                && SENTENCES.stream().allMatch(text -> pattern.matcher(text).find());
        return broad
                ? Optional.of("The pattern matches a single letter, for %d of the 26; it will match nearly every %s."
                        .formatted(letters, field))
                : Optional.empty();
    }
}
