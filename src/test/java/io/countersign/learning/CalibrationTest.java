package io.countersign.learning;

import static io.countersign.learning.SimulatedUser.Kind.AS_THE_PRIOR_SAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What calibration promises, on simulated people whose preferences are known; {@link CalibrationReport} prints the numbers. */
final class CalibrationTest {
    private static final int USERS = 100;

    // Settings were chosen on users with the seeds from 0 to 299 only.
    private static final long FRESH = 20_000;

    private final Calibrator calibrator = new Calibrator();

    /** Mean over the users of a kind of the summed log-loss, against that of the policy's own figure. */
    @ParameterizedTest
    @EnumSource(
            value = SimulatedUser.Kind.class,
            names = {"AS_THE_PRIOR_SAYS"},
            mode = EnumSource.Mode.EXCLUDE)
    void predictsNeverWorseThanThePolicyAndFifteenPercentBetterAfterTwoHundredDecisions(SimulatedUser.Kind kind) {
        var means = SimulatedKind.of(kind, FRESH, USERS, OnlineLearner.EVIDENCE, calibrator);

        for (int n = 1; n <= SimulatedKind.DECISIONS; n++) {
            assertThat(means.ours[n]).as("after %d decisions", n).isLessThanOrEqualTo(means.prior[n] + 1e-9);
        }
        assertThat(means.gain(200)).isGreaterThanOrEqualTo(0.15);
        assertThat(means.ownError).isLessThanOrEqualTo(0.05);
        assertThat(means.pooled.expectedCalibrationError()).isLessThanOrEqualTo(0.05);
        assertThat(means.largestExcess).isLessThanOrEqualTo(bound());
    }

    /** Nothing can be better than a figure that is true, and whatever differs from it is a little worse: by how much is bounded. */
    @Test
    void losesNextToNothingWhereThePolicyIsRightAlready() {
        var means = SimulatedKind.of(AS_THE_PRIOR_SAYS, FRESH, USERS, OnlineLearner.EVIDENCE, calibrator);

        assertThat(means.largestExcess).isLessThanOrEqualTo(bound());
        assertThat(means.gain(200)).isGreaterThan(-0.001);
        assertThat(means.gain(500)).isGreaterThan(-0.0005);
        assertThat(means.ownError).isLessThanOrEqualTo(0.01);
    }

    private static double bound() {
        return -Math.log(1 - Calibrator.DOUBT) + 1e-9;
    }

    /** Even decisions made to mislead it: each goes against what is predicted. */
    @Test
    void noSequenceOfDecisionsWhateverCostsMoreThanTheBound() {
        var random = new Random(4);
        for (int run = 0; run < 200; run++) {
            var calibration = calibrator.untaught();
            double excess = 0;
            for (int n = 0; n < 300; n++) {
                double prior = random.nextDouble(0.02, 0.98);
                var signals = signals(random);
                var predicted = calibrator.calibrated(calibration, "archive_email", prior, signals);
                boolean approved = run % 2 == 0 ? predicted.value() < predicted.prior() : random.nextDouble() < prior;
                excess += Math.log(
                        approved
                                ? predicted.prior() / predicted.value()
                                : (1 - predicted.prior()) / (1 - predicted.value()));
                assertThat(excess).isLessThanOrEqualTo(bound());
                assertThat(predicted.value()).isBetween(Calibrator.LEAST, Calibrator.MOST);
                calibration = calibrator.taught(calibration, "archive_email", prior, signals, approved);
            }
        }
    }

    private static Signals signals(Random random) {
        return new Signals(List.of(
                2 * random.nextDouble(),
                2 * random.nextDouble(),
                6 * random.nextDouble(),
                -2 * random.nextDouble(),
                -2 * random.nextDouble(),
                -6 * random.nextDouble()));
    }

    @Test
    void isSilentForTheFirstDecisions() {
        var calibration = calibrator.untaught();
        for (int n = 0; n < Calibrator.SILENT; n++) {
            assertThat(calibrator
                            .calibrated(calibration, "archive_email", 0.7, Signals.NONE)
                            .value())
                    .isEqualTo(0.7);
            calibration = calibrator.taught(calibration, "archive_email", 0.7, Signals.NONE, false);
        }
        calibration = calibrator.taught(calibration, "archive_email", 0.7, Signals.NONE, false);
        assertThat(calibrator
                        .calibrated(calibration, "archive_email", 0.7, Signals.NONE)
                        .value())
                .isLessThan(0.7);
    }

    @Test
    void whatIsKnownComesBackFromItsTextToTheLastBit() {
        var random = new Random(6);
        var calibration = calibrator.untaught();
        for (int n = 0; n < 50; n++) {
            assertThat(Calibration.parse(calibration.text())).isEqualTo(calibration);
            var signals = signals(random);
            assertThat(Signals.parse(signals.text())).isEqualTo(signals);
            calibration = calibrator.taught(
                    calibration,
                    List.of("archive_email", "label_email", "create_task").get(random.nextInt(3)),
                    random.nextDouble(),
                    signals,
                    random.nextBoolean());
        }
        assertThat(calibration.decisions()).isEqualTo(50);
        assertThat(Signals.parse("")).isEqualTo(Signals.NONE);
        assertThat(Signals.NONE.text()).isEmpty();
    }

    @Test
    void anActionThatWasNeverDecidedProfitsFromTheOthersOnlyInPart() {
        var calibration = calibrator.untaught();
        for (int n = 0; n < 100; n++) {
            calibration = calibrator.taught(calibration, "archive_email", 0.6, Signals.NONE, true);
        }
        double own = calibrator
                .calibrated(calibration, "archive_email", 0.6, Signals.NONE)
                .value();
        double other = calibrator
                .calibrated(calibration, "block_sender", 0.6, Signals.NONE)
                .value();

        assertThat(own).isGreaterThan(0.9);
        assertThat(other).isGreaterThan(0.6).isLessThan(own);
    }

    @Test
    void theSenderOfAListCountsOnce() {
        var weights = java.util.Map.of("sender_domain:a", 1.0, "listid:a", 2.0, "contains:sale", -1.0);

        assertThat(Signals.of(List.of("sender_domain:a", "contains:sale"), weights)
                        .values())
                .containsExactly(0.0, Voice.strength(1), 0.0, 0.0, 0.0, -Voice.strength(1));
        assertThat(Signals.of(List.of("sender_domain:a", "listid:a"), weights)
                        .values()
                        .get(1))
                .isCloseTo((Voice.strength(1) + Voice.strength(2)) / 2, within(1e-12));
    }
}
