package io.countersign.approval.ui;

import io.countersign.approval.Proposal;
import io.countersign.learning.Apportionment;
import io.countersign.learning.FeatureContribution;
import io.countersign.learning.ScorePart;
import java.util.ArrayList;
import java.util.List;

/** What a confidence is made of, line by line in whole percent points that sum to its whole percent. */
final class ScoreLines {
    /**
     * One line.
     *
     * @param percent the points as shown
     * @param exact the same as a probability, for the bar
     * @param start true for the figure that the others move
     */
    record Line(String name, long percent, double exact, boolean start) {}

    private static final int FEATURES = 12;

    private final ApprovalWords words;

    ScoreLines(ApprovalWords words) {
        this.words = words;
    }

    /** The confidence in whole percent. */
    static long percent(Proposal proposal) {
        return (long) Math.rint(100 * proposal.confidence());
    }

    /** Without what moved it by less than half a point; empty where it was not kept what the confidence is made of. */
    List<Line> of(Proposal proposal) {
        var rationale = proposal.rationale();
        if (rationale.score().isEmpty()) {
            return List.of();
        }
        var names = new ArrayList<String>();
        var exact = new ArrayList<Double>();
        for (var part : rationale.score()) {
            names.add(words.texts().get("approvals.score." + key(part.kind())));
            exact.add(part.points());
        }
        var features = rationale.features();
        for (var feature : features.subList(0, Math.min(FEATURES, features.size()))) {
            names.add(words.feature(feature.feature()));
            exact.add(feature.contribution());
        }
        if (features.size() > FEATURES) {
            names.add(words.texts().get("approvals.score.more", features.size() - FEATURES));
            exact.add(features.subList(FEATURES, features.size()).stream()
                    .mapToDouble(FeatureContribution::contribution)
                    .sum());
        }
        var whole = Apportionment.whole(exact, 100, percent(proposal));
        var lines = new ArrayList<Line>();
        for (int i = 0; i < names.size(); i++) {
            boolean start =
                    i < rationale.score().size() && rationale.score().get(i).kind() == ScorePart.Kind.POLICY;
            if (start || whole.get(i) != 0) {
                lines.add(new Line(names.get(i), whole.get(i), exact.get(i), start));
            }
        }
        return lines;
    }

    private static String key(ScorePart.Kind kind) {
        return switch (kind) {
            case POLICY -> "policy";
            case PROMOTIONS -> "promotions";
            case RISK -> "risk";
            case DECISIONS -> "decisions";
        };
    }
}
