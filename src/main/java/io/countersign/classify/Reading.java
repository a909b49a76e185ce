package io.countersign.classify;

import org.jspecify.annotations.Nullable;

/** What was seen in one mail: which patterns, and so which detectors. Used by one thread. */
final class Reading {
    private static final int SEEN_LENGTH = 120;

    private final DetectorSet set;
    private final boolean[] patterns;
    private final int[] distinct;
    private final boolean[] fired;
    private final @Nullable String[] seen;

    Reading(DetectorSet set) {
        this.set = set;
        patterns = new boolean[set.patternCount()];
        distinct = new int[set.detectors().size()];
        fired = new boolean[distinct.length];
        seen = new String[distinct.length];
    }

    /** Notes that a pattern was seen; {@code what} shows it to the person. */
    void see(int pattern, String what) {
        if (patterns[pattern]) {
            return;
        }
        patterns[pattern] = true;
        int detector = set.detectorOf(pattern);
        distinct[detector]++;
        if (seen[detector] == null) {
            seen[detector] = what.length() <= SEEN_LENGTH ? what : what.substring(0, SEEN_LENGTH - 1) + "…";
        }
    }

    void see(int[] group, String what) {
        for (int pattern : group) {
            see(pattern, what);
        }
    }

    /** Decides every detector, in the order of the file, so that later ones may build on earlier ones. */
    void conclude() {
        for (var detector : set.detectors()) {
            fired[detector.index] = detector.fires(this);
        }
    }

    boolean fired(int detector) {
        return fired[detector];
    }

    boolean fired(String detector) {
        return fired[set.indexOf(detector)];
    }

    int distinct(int detector) {
        return distinct[detector];
    }

    /** What the detector saw first; for one that combines others, what the first of those saw. */
    String seen(Detector detector) {
        var own = seen[detector.index];
        if (own != null) {
            return own;
        }
        for (int other : detector.needs) {
            return seen(set.detectors().get(other));
        }
        for (int other : detector.needsAny) {
            if (fired[other]) {
                return seen(set.detectors().get(other));
            }
        }
        return "";
    }
}
