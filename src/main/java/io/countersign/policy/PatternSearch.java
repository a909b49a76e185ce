package io.countersign.policy;

import com.google.re2j.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an RE2 pattern matches anywhere in a text, in time linear in the text. Looks for the texts that a match must contain,
 * then asks SafeRE where the pattern means the same to it, else RE2/J. Thread-safe.
 */
final class PatternSearch {
    // Beyond this, the automaton of a single pattern may grow to megabytes.
    private static final int MOST_INSTRUCTIONS = 300;

    private final Pattern pattern;
    private final RequiredTexts.Filter required;
    private volatile @Nullable Search search;

    PatternSearch(Pattern pattern) {
        this.pattern = pattern;
        this.required = RequiredTexts.of(pattern.pattern());
    }

    private interface Search {
        boolean finds(String text);
    }

    boolean finds(String text) {
        return required.admits(text) && search().finds(text);
    }

    /** Built when a text needs it: of most policies, none does. */
    private Search search() {
        var known = search;
        if (known == null) {
            known = faster().orElse(text -> pattern.matcher(text).find());
            search = known;
        }
        return known;
    }

    private Optional<Search> faster() {
        return translated(pattern).map(PatternSearch::compiled);
    }

    private static Optional<String> translated(Pattern pattern) {
        return pattern.flags() == 0 && pattern.programSize() <= MOST_INSTRUCTIONS
                ? Re2Dialect.translated(pattern.pattern())
                : Optional.empty();
    }

    private static Search compiled(String translated) {
        var fast = org.safere.Pattern.compile(translated);
        return text -> fast.matcher(text).find();
    }

    /** Whether SafeRE is asked, which takes a tenth of the time. */
    static boolean isFast(Pattern pattern) {
        return translated(pattern).isPresent();
    }
}
