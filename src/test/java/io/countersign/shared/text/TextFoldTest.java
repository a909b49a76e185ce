package io.countersign.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextFoldTest {
    @ParameterizedTest
    @CsvSource({
        "Invoice, INVOICE",
        "straße, STRASSE",
        "STRAẞE, strasse",
        "İstanbul, istanbul",
        "ΟΔΟΣ, οδος",
        "οδός, ΟΔΌΣ",
        "café, CAFE\u0301",
        "Ｓａｌｅ, sale",
        "𝗦𝗮𝗹𝗲, sale",
        "ПРИВЕТ, привет"
    })
    void whatReadsTheSameIsTheSame(String left, String right) {
        assertThat(TextFold.fold(left)).isEqualTo(TextFold.fold(right));
    }

    @Test
    void accentsStay() {
        assertThat(TextFold.fold("Müller")).isNotEqualTo(TextFold.fold("Muller"));
    }

    @Test
    void foldingTwiceChangesNothingMore() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            var once = TextFold.fold(Character.toString(point));
            if (!TextFold.fold(once).equals(once)) {
                throw new AssertionError(Integer.toHexString(point) + " folds to " + once);
            }
        }
    }
}
