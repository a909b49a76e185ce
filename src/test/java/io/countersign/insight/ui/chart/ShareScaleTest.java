package io.countersign.insight.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareScaleTest {
    @Test
    void highSharesAreShownInTenthsFromAHalfOn() {
        assertThat(ShareScale.of(0.91).ticks()).hasSize(6).first().isEqualTo(0.5);
    }

    @Test
    void everythingLowerFitsInFewSteps() {
        var random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double lowest = random.nextDouble();
            var scale = ShareScale.of(lowest);
            assertThat(scale.bottom()).isLessThanOrEqualTo(lowest + 1e-9).isBetween(0.0, 0.5);
            assertThat(scale.ticks()).hasSizeLessThanOrEqualTo(6).last().isEqualTo(1.0);
            assertThat(scale.fromTop(1)).isZero();
            assertThat(scale.fromTop(scale.bottom())).isCloseTo(1, within(1e-9));
        }
    }
}
