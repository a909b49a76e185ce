package io.countersign.ats.detection;

import io.countersign.ats.detection.WrittenMails.Written;
import java.util.Locale;
import java.util.Set;

/**
 * Prints, for the test mails in the named files, how sure a stage was and whether it was right: first a line each
 * ({@code sure right wanted found}), then bins.
 */
public final class CalibrationReport {
    private static final int BINS = 10;
    private static final Set<String> TALKS = Set.of("screening", "interview", "final_round");

    private final int[] counts = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] sure = new double[BINS];

    private CalibrationReport() {}

    public static void main(String[] files) {
        var report = new CalibrationReport();
        for (var file : files) {
            WrittenMails.in(file).forEach(report::add);
        }
        report.print();
    }

    private void add(Written mail) {
        var found = WrittenMails.understood(mail.from(), mail.subject(), mail.body());
        var finding = found.ats().map(facts -> facts.finding());
        if (finding.flatMap(one -> one.stage()).isEmpty()) {
            return;
        }
        double confidence = finding.get().confidence();
        boolean hit = shown(WrittenMails.stage(found)).equals(shown(mail.stage()));
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        counts[bin]++;
        right[bin] += hit ? 1 : 0;
        sure[bin] += confidence;
        System.out.printf(
                Locale.ROOT,
                "%.4f %d %s %s%n",
                confidence,
                hit ? 1 : 0,
                mail.stage(),
                finding.get().stage().get().id());
    }

    private void print() {
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%.1f-%.1f: %d mails, mean confidence %.3f, right %.3f%n",
                        i / 10.0,
                        (i + 1) / 10.0,
                        counts[i],
                        sure[i] / counts[i],
                        1.0 * right[i] / counts[i]);
            }
        }
    }

    private static String shown(String stage) {
        return switch (stage) {
            case "hired" -> "offer";
            case "nojob" -> "none";
            default -> TALKS.contains(stage) ? "talk" : stage;
        };
    }
}
