package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RE2/J says what a pattern matches; however it is searched for, the same is found. */
final class PatternSearchTest {
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "K",
            "s",
            "ab",
            "1",
            " ",
            ".",
            "^",
            "$",
            "|",
            "|",
            "(",
            ")",
            "(?:",
            "(?P<n>",
            "(?<m>",
            "[ab]",
            "[^a]",
            "[^\\n]",
            "[]a]",
            "[a-]",
            "[-a]",
            "[a-c1]",
            "[\\w.-]",
            "[^\\d\\s]",
            "[\\d-b]",
            "[!-~]",
            "[\\]\\^]",
            "[&&a]",
            "[a&&b]",
            "[k-s]",
            "[[:alpha:]]",
            "[é-ö]",
            "*",
            "+",
            "?",
            "*?",
            "+?",
            "{2}",
            "{0}",
            "{0,1}",
            "{1,}",
            "{2}?",
            "{",
            "{a}",
            "{,2}",
            "{01}",
            "}",
            "]",
            "\\.",
            "\\-",
            "\\b",
            "\\B",
            "\\d",
            "\\D",
            "\\w",
            "\\W",
            "\\s",
            "\\S",
            "\\A",
            "\\z",
            "\\pL",
            "\\x41",
            "\\Q.*\\E",
            "\\n",
            "\\t",
            "\\v",
            "\\(",
            "\\_",
            "é",
            "Å",
            "ß",
            "ü",
            "-",
            "ſ",
            "#",
            "&&",
            "\uD83D\uDE00",
            "(?-i)",
            "(?s)",
            "\\1",
            "\\C",
            "\\");
    private static final List<String> FLAGS = List.of("", "", "", "", "(?i)", "(?i)", "(?s)", "(?is)", "(?si)");
    private static final List<String> LETTERS = List.of(
            "a",
            "b",
            "c",
            "A",
            "B",
            "k",
            "K",
            "\u212A",
            "s",
            "ſ",
            "1",
            "2",
            " ",
            ".",
            "*",
            "{",
            "}",
            "]",
            "(",
            "_",
            "é",
            "É",
            "ü",
            "å",
            "\u212B",
            "ß",
            "\u1E9E",
            "\n",
            "\r",
            "\r\n",
            "\u000B",
            "\u0085",
            "\u2028",
            "\u0301",
            "\u00AA",
            "\u0661",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "-",
            "&",
            "#",
            "\0");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void itFindsWhatRe2Finds(long seed) {
        var random = new Random(seed);
        int fast = 0;
        int found = 0;
        for (int i = 0; i < 40_000; i++) {
            var source = FLAGS.get(random.nextInt(FLAGS.size())) + joined(PIECES, random, 1 + random.nextInt(8));
            Pattern pattern;
            try {
                pattern = Pattern.compile(source);
            } catch (PatternSyntaxException _) {
                continue;
            }
            var search = new PatternSearch(pattern);
            fast += PatternSearch.isFast(pattern) ? 1 : 0;
            for (int j = 0; j < 12; j++) {
                var text = joined(LETTERS, random, random.nextInt(j < 10 ? 9 : 400));
                boolean expected = pattern.matcher(text).find();
                found += expected ? 1 : 0;
                assertThat(search.finds(text)).as(source + " in " + text).isEqualTo(expected);
            }
        }
        assertThat(fast).isGreaterThan(4000);
        assertThat(found).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", ".", "[^\\n]", "[a-z]", "[^a-z]", "[[-\\]]", "[\\w]",
                "[^\\w]", "k", "s", "K", "ü", "Ü", "þ", "Ð", "[é]", "[^é]", "[^s]", "[!-~]", "[é-ö]", "\\bx", "x\\b",
                "x\\B", "\\Bx", "^.$", "#", "[^#]", "\\v", "\\_", "-"
            })
    void everyLetterCountsAsItDoesForRe2(String piece) {
        for (var source : List.of(piece, "(?i)" + piece, "(?s)" + piece)) {
            var pattern = Pattern.compile(source);
            var search = new PatternSearch(pattern);
            for (int letter = 0; letter < 0x11000; letter++) {
                for (var text : List.of(Character.toString(letter), "x" + Character.toString(letter) + "x")) {
                    if (search.finds(text) != pattern.matcher(text).find()) {
                        Assertions.fail(source + " with " + Integer.toHexString(letter));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        \\d{4,}                          ; true
        [a-z]+ing                        ; true
        ^.{3,20}$                        ; true
        (?i)\\b(offer|rechnung|prüf)\\b  ; true
        (?P<local>[\\w.+-]+)@\\w+        ; true
        \\p{Lu}{3,}                      ; false
        (?is)a.b                         ; true
        (?m)^a                           ; false
        a(?i)b                           ; false
        (?i)straße                       ; false
        """)
    void whatIsNotCertainToMeanTheSameIsLeftToRe2(String pattern, boolean fast) {
        assertThat(PatternSearch.isFast(Pattern.compile(pattern))).isEqualTo(fast);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+b",
                "(a|a)*b",
                "(.*)(.*)(.*)(.*)b",
                "(a?){40}a{40}b",
                "[ab]*a[ab]{12}b",
                "(x+x+)+y",
                "(a{0,9}){0,9}$b"
            })
    void nothingHangs(String pattern) {
        var search = new PatternSearch(Pattern.compile(pattern));
        var text = "ab".repeat(20) + "a".repeat(20_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> search.finds(text));
    }

    private static String joined(List<String> parts, Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    @Test
    void oneSearchServesManyThreads() {
        var pattern = Pattern.compile("[a-c]+1|k$");
        var search = new PatternSearch(pattern);
        new Random(6)
                .longs(20_000)
                .parallel()
                .mapToObj(seed -> joined(LETTERS, new Random(seed), 12))
                .forEach(text -> assertThat(search.finds(text))
                        .as(text)
                        .isEqualTo(pattern.matcher(text).find()));
    }
}
