package io.countersign.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what calibration gains on simulated users. Arguments: users, the first seed, then the settings of the calibrator. */
final class CalibrationReport {
    private static final int[] AT = {10, 20, 50, 100, 200, 500};

    private CalibrationReport() {}

    public static void main(String[] arguments) {
        int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        long firstSeed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
        var numbers = Arrays.stream(arguments).mapToDouble(Double::parseDouble).toArray();
        var calibrator = numbers.length < 13
                ? new Calibrator()
                : new Calibrator(
                        new LinePrior(numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7]),
                        new Calibrator.Averaging(
                                numbers[8],
                                (int) numbers[9],
                                List.of(Memory.LONG, new Memory(numbers[10], numbers[11])),
                                numbers[12]));
        System.out.println(
                "mean log-loss in nats, policy / ours / best possible, after 10 20 50 100 200 500 decisions; gain at"
                        + " 200; calibration error at 500 of each user, pooled; by outcomes, of chance alone; worst mean excess,"
                        + " worst of one user (nats)");
        for (var kind : SimulatedUser.Kind.values()) {
            print(kind, SimulatedKind.of(kind, firstSeed, users, OnlineLearner.EVIDENCE, calibrator));
        }
    }

    private static void print(SimulatedUser.Kind kind, SimulatedKind means) {
        var losses = Arrays.stream(AT)
                .mapToObj(n -> String.format(
                        Locale.ROOT, "%.3f/%.3f/%.3f", means.prior[n] / n, means.ours[n] / n, means.best[n] / n))
                .collect(Collectors.joining("  "));
        System.out.printf(
                Locale.ROOT,
                "%-45s %s  %5.1f %%  %.3f %.3f  %.3f %.3f  %+.4f %+.3f%n",
                kind.words,
                losses,
                100 * means.gain(200),
                means.ownError,
                means.pooled.expectedCalibrationError(),
                means.outcomeError,
                means.chanceError,
                means.worstMeanExcess(),
                means.largestExcess);
    }
}
