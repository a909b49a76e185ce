package io.countersign.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what calibration gains on simulated users. Arguments: users, evidence, then the settings of the calibrator. */
final class CalibrationReport {
    private static final int[] AT = {10, 20, 50, 100, 200, 500};

    private CalibrationReport() {}

    public static void main(String[] arguments) {
        int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int evidence = arguments.length > 1 ? Integer.parseInt(arguments[1]) : OnlineLearner.EVIDENCE;
        var numbers = Arrays.stream(arguments).mapToDouble(Double::parseDouble).toArray();
        var calibrator = numbers.length < 11
                ? new Calibrator()
                : new Calibrator(new Calibrator.Settings(
                        numbers[2],
                        numbers[3],
                        numbers[4],
                        numbers[5],
                        numbers[6],
                        numbers[7],
                        numbers[8],
                        numbers[9],
                        (int) numbers[10]));
        System.out.println(
                "mean log-loss in nats, policy / ours / best possible, after 10 20 50 100 200 500 decisions; gain at"
                        + " 200; calibration error at 500 pooled, of each; worst mean excess, worst of one user (nats)");
        for (var kind : SimulatedUser.Kind.values()) {
            print(kind, SimulatedKind.of(kind, users, evidence, calibrator));
        }
    }

    private static void print(SimulatedUser.Kind kind, SimulatedKind means) {
        var losses = Arrays.stream(AT)
                .mapToObj(n -> String.format(
                        Locale.ROOT, "%.3f/%.3f/%.3f", means.prior[n] / n, means.ours[n] / n, means.best[n] / n))
                .collect(Collectors.joining("  "));
        System.out.printf(
                Locale.ROOT,
                "%-45s %s  %5.1f %%  %.3f %.3f  %+.4f %+.3f%n",
                kind.words,
                losses,
                100 * means.gain(200),
                means.reliability.expectedCalibrationError(),
                means.ownError,
                means.worstMeanExcess(),
                means.largestExcess);
    }
}
