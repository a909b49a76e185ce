package io.countersign.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Adds up danger: each risk is the chance that mail with this sign is hostile, and independent signs combine as
 * {@code 1 - (1-a)(1-b)...}, so that no number of weak signs reaches what two strong ones do. Immutable.
 */
final class RiskDetector {
    private static final int WEAK = 20;
    private static final double WEAK_TOGETHER = 0.5;

    private final DetectorSet set;

    RiskDetector(DetectorSet set) {
        this.set = set;
    }

    /** 0..100 and whole English sentences, gravest first. */
    record Risk(int score, List<String> reasons) {}

    Risk judge(Reading reading) {
        var fired = new ArrayList<Detector>();
        double strong = 1;
        double weak = 1;
        for (var detector : set.detectors()) {
            if (detector.risk > 0 && reading.fired(detector.index)) {
                fired.add(detector);
                if (detector.risk > WEAK) {
                    strong *= 1 - detector.risk / 100.0;
                } else {
                    weak *= 1 - detector.risk / 100.0;
                }
            }
        }
        fired.sort(Comparator.comparingInt((Detector detector) -> detector.risk).reversed());
        double safe = strong * Math.max(weak, 1 - WEAK_TOGETHER);
        return new Risk(
                (int) Math.round(100 * (1 - safe)),
                fired.stream()
                        .map(detector -> detector.reason.replace("{0}", reading.seen(detector)))
                        .toList());
    }
}
