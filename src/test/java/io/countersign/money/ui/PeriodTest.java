package io.countersign.money.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

    @Test
    void twelveMonthsAreWholeMonths() {
        var period = Period.of(Period.Choice.YEAR_BACK, TODAY);
        assertThat(period.contains(LocalDate.of(2025, 3, 1))).isTrue();
        assertThat(period.contains(LocalDate.of(2025, 2, 28))).isFalse();
        assertThat(period.contains(TODAY.plusDays(3))).isTrue();
    }

    @Test
    void yearsAreCalendarYears() {
        assertThat(Period.of(Period.Choice.THIS_YEAR, TODAY).contains(LocalDate.of(2026, 12, 31)))
                .isTrue();
        assertThat(Period.of(Period.Choice.LAST_YEAR, TODAY).contains(LocalDate.of(2025, 1, 1)))
                .isTrue();
        assertThat(Period.of(Period.Choice.LAST_YEAR, TODAY).contains(LocalDate.of(2026, 1, 1)))
                .isFalse();
    }

    @Test
    void openEndsAreOpen() {
        var since = Period.custom(Optional.of(TODAY), Optional.empty());
        assertThat(since.contains(TODAY)).isTrue();
        assertThat(since.contains(LocalDate.MAX)).isTrue();
        assertThat(since.contains(TODAY.minusDays(1))).isFalse();
        assertThat(Period.ALL.contains(LocalDate.MIN)).isTrue();
    }
}
