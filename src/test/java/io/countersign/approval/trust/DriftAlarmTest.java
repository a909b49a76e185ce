package io.countersign.approval.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the alarm promises, by simulation with fixed seeds. A false alarm is one at a constant rate of approvals; its frequency is
 * alarms per decision, the sum starting again at 0 after each. A delay is the number of decisions from the first one at the new
 * rate to the alarm, after 500 decisions at the rate before during which the alarm kept silent or started again.
 */
final class DriftAlarmTest {
    private static final int DECISIONS = 4_000_000;
    private static final int SHIFTS = 20_000;
    private static final int BEFORE = 500;

    private static DriftAlarm next(DriftAlarm alarm, boolean approved) {
        return approved ? alarm.approved(1) : alarm.rejectedOnce();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.95, 0.96, 0.97, 0.98, 0.99})
    void fewerThanOneInAThousandDecisionsIsAFalseAlarm(double rate) {
        var random = new Random(1954);
        var alarm = DriftAlarm.QUIET;
        int alarms = 0;
        for (int i = 0; i < DECISIONS; i++) {
            alarm = next(alarm, random.nextDouble() < rate);
            if (alarm.rings()) {
                alarms++;
                alarm = DriftAlarm.QUIET;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "approvals at %.2f: %d false alarms in %d decisions, one in %.0f%n",
                rate,
                alarms,
                DECISIONS,
                DECISIONS / (double) Math.max(1, alarms));
        assertThat(alarms / (double) DECISIONS).isLessThan(0.001);
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, 0.7",
        "0.95, 0.5",
        "0.95, 0.3",
        "0.97, 0.7",
        "0.97, 0.5",
        "0.97, 0.3",
        "0.99, 0.7",
        "0.99, 0.5",
        "0.99, 0.3"
    })
    void aPlantedShiftIsFoundWithinFifteenDecisions(double before, double after) {
        var random = new Random(1954);
        var delays = new int[SHIFTS];
        for (int i = 0; i < SHIFTS; i++) {
            delays[i] = delay(random, before, after);
        }
        Arrays.sort(delays);
        double mean = Arrays.stream(delays).average().orElseThrow();
        int late = delays[SHIFTS * 95 / 100];
        System.out.printf(
                Locale.ROOT,
                "approvals from %.2f to %.1f: mean delay %.1f, 95th percentile %d decisions%n",
                before,
                after,
                mean,
                late);
        assertThat(mean).isLessThanOrEqualTo(15);
        if (after <= 0.5) {
            assertThat(late).isLessThanOrEqualTo(15);
        }
    }

    private static int delay(Random random, double before, double after) {
        var alarm = DriftAlarm.QUIET;
        for (int i = 0; i < BEFORE; i++) {
            alarm = next(alarm, random.nextDouble() < before);
            alarm = alarm.rings() ? DriftAlarm.QUIET : alarm;
        }
        int decisions = 0;
        while (!alarm.rings()) {
            alarm = next(alarm, random.nextDouble() < after);
            decisions++;
        }
        return decisions;
    }

    /** The figures in the documentation of the class, from the Markov chain of the sum. */
    @ParameterizedTest
    @CsvSource({"0.95, 1355", "0.7, 14.6", "0.5, 7.1", "0.3, 4.6"})
    void theExpectedDecisionsUntilItRingsAreAsDocumented(double rate, double documented) {
        var expected = new double[DriftAlarm.LIMIT];
        for (int sweep = 0; sweep < 200_000; sweep++) {
            for (int sum = 0; sum < expected.length; sum++) {
                int risen = sum + DriftAlarm.PER_REJECTION;
                expected[sum] = 1
                        + rate * expected[Math.max(0, sum - 1)]
                        + (1 - rate) * (risen < expected.length ? expected[risen] : 0);
            }
        }
        assertThat(expected[0]).isCloseTo(documented, within(documented > 100 ? 0.5 : 0.05));
    }

    @Test
    void approvalsCountTogetherAsTheyDoOneByOne() {
        var random = new Random(7);
        var alarm = DriftAlarm.QUIET;
        for (int i = 0; i < 1000; i++) {
            int times = random.nextInt(30);
            var single = alarm;
            for (int each = 0; each < times; each++) {
                single = single.approved(1);
            }
            assertThat(alarm.approved(times)).isEqualTo(single);
            alarm = random.nextInt(3) == 0 ? alarm.rejectedOnce() : single;
        }
    }
}
