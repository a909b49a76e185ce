package io.countersign.money.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosingSumTest {
    private static List<LabelledAmount> rows(String... values) {
        var rows = IntStream.range(0, values.length)
                .mapToObj(row -> Sheet.Row.of(List.of(values[row]), 0))
                .toList();
        var sheet = new Sheet("text", rows);
        var amounts = new ArrayList<LabelledAmount>();
        for (int row = 0; row < values.length; row++) {
            var money = new Money(new BigDecimal(values[row]), "EUR");
            amounts.add(new LabelledAmount(money, "", Optional.empty(), sheet, row, true, false));
        }
        return amounts;
    }

    private static Optional<String> closing(String... values) {
        return ClosingSum.of(rows(values)).map(amount -> amount.money().amount().toPlainString());
    }

    @Test
    void theAmountThatTheOthersAddUpToClosesABill() {
        assertThat(closing("19.04", "4.00", "23.04")).contains("23.04");
        assertThat(closing("10.00", "5.00", "15.00", "2.85", "17.85")).contains("17.85");
        assertThat(closing("10.00", "-1.50", "8.50")).contains("8.50");
    }

    @Test
    void aListOfPricesIsClosedByNothing() {
        assertThat(closing("10.00", "12.00", "14.00")).isEmpty();
        assertThat(closing("10.00", "10.00")).isEmpty();
        assertThat(closing()).isEmpty();
    }

    @Test
    void anyBillIsClosedByItsTotal() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int parts = 2 + random.nextInt(9);
            var values = new ArrayList<String>();
            var sum = BigDecimal.ZERO;
            for (int i = 0; i < parts; i++) {
                var part = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
                sum = sum.add(part);
                values.add(part.toPlainString());
            }
            values.add(sum.toPlainString());

            assertThat(closing(values.toArray(String[]::new))).contains(sum.toPlainString());
        }
    }
}
