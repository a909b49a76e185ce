package io.countersign.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordPiecesTest {
    private static final int MOST = 128;
    private final WordPieces pieces = read();

    private static WordPieces read() {
        try (var json = WordPieces.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            return WordPieces.read(java.util.Objects.requireNonNull(json), MOST);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The numbers are those of the tokenizer that the model was published with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Interview on Tuesday at 10:30?          | 4357 2006 9857 2012 2184 1024 2382 1029
            Résumé über Naïve 日本語 don't—x          | 13746 19169 15743 1864 1876 1950 2123 1005 1056 1517 1060
            @ http://a.b/c?d=1 ﬁne İstanbul         | 1030 8299 1024 1013 1013 1037 1012 1038 1013 1039 1029 1040 1027 1015 1984 2638 9960
            Ünïcödé ẞ ß Σίσυφος                     | 27260 1096 1096 1173 18199 29733 29735 29736 15297
            한국어 テスト かな                         | 1469 30006 30021 29991 30014 30020 29999 30008 1713 30233 30240 1651 30193
            antidisestablishmentarianism ₿ €5 £     | 3424 10521 4355 7875 13602 3672 12199 2964 100 1574 2629 1069
            Fwd: RE: Q3-report_v2.pdf (final)       | 1042 21724 1024 2128 1024 1053 2509 1011 3189 1035 1058 2475 1012 11135 1006 2345 1007
            👍🏽 great                               | 100 2307
            """)
    void textIsCutAsTheModelLearnedIt(String text, String ids) {
        assertThat(pieces.ids(text)).containsExactly(numbers("101 " + ids + " 102"));
    }

    private static long[] numbers(String text) {
        return java.util.Arrays.stream(text.split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    @Test
    void whatIsNoTextHasOnlyBeginningAndEnd() {
        assertThat(pieces.ids("")).containsExactly(101, 102);
        assertThat(pieces.ids(" \u0000\u200B\n\uD800 ")).containsExactly(101, 102);
    }

    @Test
    void aMailCannotWriteTheMarksOfTheModel() {
        assertThat(pieces.ids("[SEP] [CLS]")).startsWith(101).endsWith(102).doesNotContain(0);
        assertThat(pieces.ids("[SEP]")).containsOnlyOnce(102);
    }

    @Test
    void anyTextIsCutWithinBounds() {
        assertThat(pieces.ids("x".repeat(101))).containsExactly(101, 100, 102);
        assertThat(pieces.ids("word ".repeat(1_000_000))).hasSize(MOST).endsWith(102);
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(300); length > 0; length--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
            }
            assertThat(pieces.ids(text.toString()))
                    .hasSizeBetween(2, MOST)
                    .startsWith(101)
                    .endsWith(102);
        }
    }
}
