package io.countersign.approval.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.Proposal;
import io.countersign.approval.ProposalStatus;
import io.countersign.approval.Rationale;
import io.countersign.learning.FeatureContribution;
import io.countersign.learning.ScorePart;
import io.countersign.policy.Action;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreLinesTest {
    private final ScoreLines lines = new ScoreLines(new ApprovalWords(
            Texts.of(Locale.ENGLISH), new Formats(Texts.of(Locale.ENGLISH), Locale.ENGLISH, Clock.systemUTC())));

    private static Proposal proposal(double confidence, List<FeatureContribution> features, List<ScorePart> score) {
        return new Proposal(
                1,
                0,
                ProposalStatus.PENDING,
                1,
                1,
                "x",
                new Action.Archive(),
                confidence,
                new Rationale("", List.of(), features, score),
                Instant.EPOCH,
                Optional.empty());
    }

    @Test
    void theShownPointsSumToTheShownPercent() {
        var random = new Random(3);
        for (int i = 0; i < 500; i++) {
            var features = new ArrayList<FeatureContribution>();
            double sum = 0.5;
            for (int n = random.nextInt(20); n > 0; n--) {
                double points = random.nextDouble(-0.02, 0.02);
                features.add(new FeatureContribution("contains:w" + n, 1, points));
                sum += points;
            }
            var proposal = proposal(
                    sum,
                    features,
                    List.of(new ScorePart(ScorePart.Kind.POLICY, 0.4), new ScorePart(ScorePart.Kind.DECISIONS, 0.1)));

            assertThat(lines.of(proposal).stream()
                            .mapToLong(ScoreLines.Line::percent)
                            .sum())
                    .isEqualTo(ScoreLines.percent(proposal));
        }
    }

    @Test
    void thePolicysFigureComesFirstAndManyFeaturesShareALine() {
        var features = new ArrayList<FeatureContribution>();
        for (int i = 0; i < 14; i++) {
            features.add(new FeatureContribution("contains:w" + i, 1, 0.01));
        }
        var shown = lines.of(proposal(0.64, features, List.of(new ScorePart(ScorePart.Kind.POLICY, 0.5))));

        assertThat(shown.getFirst()).isEqualTo(new ScoreLines.Line("The policy’s own figure", 50, 0.5, true));
        assertThat(shown).hasSize(1 + 12 + 1);
        assertThat(shown.getLast().name()).isEqualTo("2 more that you taught");
        assertThat(shown.getLast().percent()).isEqualTo(2);
    }

    @Test
    void whatMovedItByLessThanHalfAPointHasNoLine() {
        var score = List.of(new ScorePart(ScorePart.Kind.POLICY, 0.85), new ScorePart(ScorePart.Kind.DECISIONS, 0.001));

        assertThat(lines.of(proposal(0.851, List.of(), score)))
                .extracting(ScoreLines.Line::percent)
                .containsExactly(85L);
    }

    @Test
    void aProposalOfBeforeHasNoLines() {
        assertThat(lines.of(proposal(0.7, List.of(), List.of()))).isEmpty();
    }
}
