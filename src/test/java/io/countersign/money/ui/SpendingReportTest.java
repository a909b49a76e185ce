package io.countersign.money.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.money.Figure;
import io.countersign.money.MerchantKeys;
import io.countersign.money.Receipt;
import io.countersign.money.SampleCharges;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpendingReportTest {
    private static final MerchantKeys KEYS = MerchantKeys.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static BigDecimal sum(Collection<Receipt> receipts) {
        return receipts.stream().map(Receipt::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void everyNumberIsTheSumOfTheReceiptsBehindIt() {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            var receipts = SampleCharges.many(random.nextInt(1, 400), TODAY, random.nextLong());
            for (var currency : List.of("EUR", "USD", "GBP")) {
                var report = SpendingReport.of(receipts, Optional.of(currency), KEYS);
                var spent = receipts.stream()
                        .filter(r -> r.isSpending() && r.currency().equals(report.currency()))
                        .toList();
                assertThat(report.bars().stream()
                                .map(bar -> bar.whole().total())
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(sum(spent));
                assertThat(report.byMerchant().values().stream()
                                .map(Figure::total)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(sum(spent));
                assertThat(report.byCategory().values().stream()
                                .map(Figure::total)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(sum(spent));
                for (var bar : report.bars()) {
                    assertThat(bar.whole().total())
                            .isEqualByComparingTo(sum(bar.whole().receipts()));
                    assertThat(bar.parts())
                            .allSatisfy(part -> assertThat(part.figure().total())
                                    .isEqualByComparingTo(sum(part.figure().receipts())));
                }
            }
        }
    }

    @Test
    void barsFollowEachOtherWithoutAGap() {
        var receipts = List.of(
                SampleCharges.receipt(1, "A", "5", "EUR", TODAY),
                SampleCharges.receipt(2, "A", "5", "EUR", TODAY.minusMonths(5)));
        var bars = SpendingReport.of(receipts, Optional.empty(), KEYS).bars();
        assertThat(bars)
                .extracting(SpendingBar::first)
                .containsExactly(
                        YearMonth.of(2026, 6),
                        YearMonth.of(2026, 7),
                        YearMonth.of(2026, 8),
                        YearMonth.of(2026, 9),
                        YearMonth.of(2026, 10),
                        YearMonth.of(2026, 11));
        assertThat(bars.get(1).parts()).isEmpty();
    }

    @Test
    void manyMonthsBecomeYearsAndAnAbsurdDateDrawsNoThousandBars() {
        var receipts = List.of(
                SampleCharges.receipt(1, "A", "5", "EUR", TODAY),
                SampleCharges.receipt(2, "A", "6", "EUR", TODAY.minusYears(6)),
                SampleCharges.receipt(3, "A", "7", "EUR", LocalDate.of(1, 1, 1)));
        var bars = SpendingReport.of(receipts, Optional.empty(), KEYS).bars();
        assertThat(bars).hasSizeLessThan(70).allMatch(SpendingBar::isYear);
        assertThat(bars.stream().map(bar -> bar.whole().total()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("18");
    }

    @Test
    void sixMerchantsHaveAColourAndAllOthersShareOne() {
        var receipts = SampleCharges.many(300, TODAY, 3);
        var report = SpendingReport.of(receipts, Optional.of("EUR"), KEYS);
        assertThat(report.series()).hasSize(SpendingBar.SERIES);
        assertThat(report.series().getFirst())
                .isEqualTo(report.byMerchant().keySet().iterator().next());
        assertThat(report.bars()).anyMatch(bar -> bar.parts().getLast().series() == SpendingBar.SERIES);
    }

    @Test
    void axisHasRoundNumbersAndRoomForEverything() {
        var random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            double high = Math.exp(random.nextDouble(-3, 16));
            double low = random.nextBoolean() ? 0 : -high * random.nextDouble();
            var scale = ChartScale.of(low, high);
            assertThat(scale.low().doubleValue()).isLessThanOrEqualTo(low);
            assertThat(scale.high().doubleValue()).isGreaterThanOrEqualTo(high);
            assertThat(scale.ticks()).hasSizeBetween(2, 9).contains(scale.low(), scale.high());
            assertThat(scale.ticks()).anyMatch(tick -> tick.signum() == 0);
        }
    }
}
