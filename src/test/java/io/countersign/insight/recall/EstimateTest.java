package io.countersign.insight.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    private static final int RUNS = 2000;
    private static final double PROMISED = 0.93;

    @Test
    void aWantedMailStandsForItsShareOfTheStratum() {
        var estimate = Estimate.wanted(List.of(new Sampled(100, 10, 3), new Sampled(5000, 20, 0)));
        assertThat(estimate.value()).isEqualTo(30);
        assertThat(estimate.low()).isGreaterThanOrEqualTo(3).isLessThan(30);
        assertThat(estimate.high()).isGreaterThan(30).isLessThan(1000);
    }

    @Test
    void oneStratumHasTheExactLimits() {
        // Clopper-Pearson for 0 of 10: 0 to 30.85 %; for 2 of 20: 1.23 % to 31.70 %.
        var none = Estimate.wanted(List.of(new Sampled(1000, 10, 0)));
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(308.5, within(0.1));
        var two = Estimate.wanted(List.of(new Sampled(1000, 20, 2)));
        assertThat(two.low()).isCloseTo(12.3, within(0.1));
        assertThat(two.high()).isCloseTo(317.0, within(0.1));
    }

    @Test
    void whatWasAskedCompletelyIsKnown() {
        assertThat(Estimate.wanted(List.of(new Sampled(8, 8, 3)))).isEqualTo(Estimate.exactly(3));
        assertThat(Estimate.wanted(List.of(new Sampled(0, 0, 0)))).isEqualTo(Estimate.exactly(0));
        assertThat(Estimate.wanted(List.of())).isEqualTo(Estimate.exactly(0));
    }

    @Test
    void withoutAnswersAnythingIsPossible() {
        assertThat(Estimate.wanted(List.of(new Sampled(50, 0, 0)))).isEqualTo(new Estimate(0, 0, 50));
    }

    @Test
    void theIntervalNeverContradictsWhatWasCounted() {
        var random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            var strata = new ArrayList<Sampled>();
            long wanted = 0;
            long unwanted = 0;
            long mails = 0;
            for (int h = 0; h <= random.nextInt(3); h++) {
                int size = 1 + random.nextInt(200);
                int answered = random.nextInt(Math.min(size, 30) + 1);
                int yes = random.nextInt(answered + 1);
                strata.add(new Sampled(size, answered, yes));
                wanted += yes;
                unwanted += answered - yes;
                mails += size;
            }
            var estimate = Estimate.wanted(strata);
            assertThat(estimate.low()).isBetween((double) wanted, estimate.high());
            assertThat(estimate.high()).isLessThanOrEqualTo((double) mails - unwanted);
            assertThat(estimate.value()).isBetween(estimate.low() - 1e-9, Math.max(estimate.value(), estimate.high()));
        }
    }

    /** Known truth: strata with so many mails of which so many per mille are wanted, and so many answers from each. */
    @ParameterizedTest
    @CsvSource({
        "200, 300, 5000, 2, 5, 5",
        "200, 300, 5000, 2, 20, 20",
        "200, 300, 5000, 2, 60, 60",
        "200, 50, 5000, 0, 5, 5",
        "200, 50, 5000, 1, 10, 10",
        "1000, 20, 50000, 1, 10, 10",
        "1000, 20, 50000, 1, 40, 40",
        "1000, 5, 50000, 5, 5, 5",
        "1000, 5, 50000, 5, 25, 25",
        "300, 600, 2000, 50, 15, 15",
        "300, 950, 2000, 10, 8, 4",
        "30, 500, 400, 30, 10, 30",
        "20, 100, 20, 100, 5, 5",
        "500, 100, 500, 100, 12, 12",
        "5000, 1, 5000, 3, 30, 30",
        "100, 250, 100000, 0, 7, 3",
        "2000, 80, 20000, 20, 3, 2",
        "400, 0, 8000, 0, 5, 5",
    })
    void theIntervalCoversTheTruth(int near, int nearWanted, int far, int farWanted, int nearAsked, int farAsked) {
        var random = new Random(31 * near + far + nearAsked);
        int truth = wanted(near, nearWanted) + wanted(far, farWanted);
        int covered = 0;
        double sum = 0;
        for (int run = 0; run < RUNS; run++) {
            var estimate = Estimate.wanted(List.of(
                    sample(near, wanted(near, nearWanted), nearAsked, random),
                    sample(far, wanted(far, farWanted), farAsked, random)));
            covered += estimate.low() <= truth + 1e-9 && truth <= estimate.high() + 1e-9 ? 1 : 0;
            sum += estimate.value();
        }
        assertThat((double) covered / RUNS).as("coverage").isGreaterThanOrEqualTo(PROMISED);
        // Horvitz-Thompson is unbiased: the mean of many runs lies within six standard errors of the truth.
        double deviation = Math.sqrt(
                variance(near, wanted(near, nearWanted), nearAsked) + variance(far, wanted(far, farWanted), farAsked));
        assertThat(sum / RUNS).isCloseTo(truth, within(6 * deviation / Math.sqrt(RUNS) + 1e-9));
    }

    private static int wanted(int mails, int perMille) {
        return (int) Math.round(mails * perMille / 1000.0);
    }

    private static double variance(int mails, int wanted, int asked) {
        double share = (double) wanted / mails;
        return (double) mails * mails * share * (1 - share) / asked * (mails - asked) / (mails - 1.0);
    }

    /** Drawn without replacement. */
    private static Sampled sample(int mails, int wanted, int asked, Random random) {
        int found = 0;
        for (int i = 0; i < asked; i++) {
            found += random.nextInt(mails - i) < wanted - found ? 1 : 0;
        }
        return new Sampled(mails, asked, found);
    }

    @Test
    void theLotteryIsUniformAndRepeatable() {
        var lottery = new Lottery(7);
        var tenths = new int[10];
        for (long mail = 1; mail <= 100_000; mail++) {
            tenths[(int) Long.remainderUnsigned(lottery.number(3, mail), 10)]++;
            assertThat(lottery.number(3, mail)).isEqualTo(new Lottery(7).number(3, mail));
        }
        assertThat(Arrays.stream(tenths)).allSatisfy(count -> assertThat(count).isBetween(9_500, 10_500));
    }
}
