package io.countersign.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WilsonIntervalTest {
    // R: prop.test(x, n, correct = FALSE)$conf.int
    @ParameterizedTest
    @CsvSource({
        "5, 10, 0.23659, 0.76341",
        "0, 10, 0, 0.27753",
        "10, 10, 0.72247, 1",
        "1, 1, 0.20655, 1",
        "80, 100, 0.71112, 0.86664"
    })
    void boundsAreThoseOfTheScoreTest(long successes, long observations, double low, double high) {
        var interval = WilsonInterval.of(successes, observations).orElseThrow();

        assertThat(interval.low()).isCloseTo(low, within(1e-4));
        assertThat(interval.high()).isCloseTo(high, within(1e-4));
    }

    @Test
    void withoutObservationsThereIsNone() {
        assertThat(WilsonInterval.of(0, 0)).isEmpty();
    }
}
