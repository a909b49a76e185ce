package io.countersign.money.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VisualOrderTest {
    @ParameterizedTest
    @CsvSource({
        "Total 42.00, Total 42.00",
        "Con\ufb01rmation o\ufb03ce, Confirmation office",
        "\uff11\uff12\uff0e\uff10\uff10, 12.00",
        "42.00 :\u05db\u05d4\u05e1, \u05e1\u05d4\u05db: 42.00",
        "Invoice \u05dc\u05d1\u05d0, Invoice \u05d0\u05d1\u05dc",
        "\ufe95\ufead\ufeef\ufe97, \u062a\u0649\u0631\u062a",
    })
    void aLineComesOutInReadingOrderAndPlainLetters(String visual, String logical) {
        assertThat(VisualOrder.logical(visual)).isEqualTo(logical);
    }
}
