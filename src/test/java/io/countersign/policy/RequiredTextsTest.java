package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequiredTextsTest {
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
            "(",
            ")",
            "(?:",
            "(?i)",
            "(?P<n>",
            "[ab]",
            "[^a]",
            "[]a]",
            "[[:alpha:]]",
            "[\\]]",
            "*",
            "+",
            "?",
            "*?",
            "{2}",
            "{0,1}",
            "{",
            "{a}",
            "}",
            "]",
            "\\.",
            "\\b",
            "\\d",
            "\\pL",
            "\\x41",
            "\\Q.*\\E",
            "\\n",
            "\\(",
            "é",
            "-",
            "ſ",
            "\uD83D\uDE00",
            "(?-i)",
            "(?s)",
            "\\1",
            "\\C",
            "\\");
    private static final List<String> LETTERS = List.of(
            "a",
            "b",
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
            "é",
            "\n",
            "\uD83D\uDE00",
            "-");

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        (?i)order #?12\\b       ; order |12      ; true
        invoice [0-9]+ due      ; invoice | due  ; false
        a+b                     ; a|b            ; false
        (?i)task                ; ta             ; true
        x|y                     ;                ; false
        colou?r                 ; colo|r         ; false
        \\$\\.5                 ; $.5            ; false
        """)
    void itReadsTheOutermostSequence(String pattern, String texts, boolean anyCase) {
        var filter = RequiredTexts.of(pattern);
        assertThat(String.join("|", filter.texts())).isEqualTo(texts == null ? "" : texts);
        assertThat(filter.anyCase()).isEqualTo(anyCase);
    }

    @Test
    void itNeverTurnsAwayATextThatThePatternMatches() {
        var random = new Random(5);
        int matches = 0;
        for (int i = 0; i < 60_000; i++) {
            var source = joined(PIECES, random, 1 + random.nextInt(7));
            Pattern pattern;
            try {
                pattern = Pattern.compile(source);
            } catch (PatternSyntaxException _) {
                continue;
            }
            var filter = RequiredTexts.of(source);
            for (int j = 0; j < 10; j++) {
                var text = joined(LETTERS, random, random.nextInt(9));
                if (pattern.matcher(text).find()) {
                    matches += filter.texts().isEmpty() ? 0 : 1;
                    assertThat(filter.admits(text)).as(source + " in " + text).isTrue();
                }
            }
        }
        assertThat(matches).isGreaterThan(1000);
    }

    private static String joined(List<String> parts, Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }
}
