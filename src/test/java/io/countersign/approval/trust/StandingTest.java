package io.countersign.approval.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.WilsonInterval;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StandingTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static Standing approved(Standing standing, long times) {
        return standing.after(new TrustEvent.Decided(true, times, NOW), true);
    }

    private static Standing rejected(Standing standing, long times) {
        return standing.after(new TrustEvent.Decided(false, times, NOW), true);
    }

    private static Standing said(Standing standing, Answer answer) {
        return standing.after(new TrustEvent.Said(answer, NOW), true);
    }

    @Test
    void seventyThreeApprovalsInARowEarnItAndOneRejectionMoreAsksForMore() {
        assertThat(approved(Standing.at(NOW), 72).level()).isEqualTo(TrustLevel.SUGGEST);
        assertThat(approved(Standing.at(NOW), 73).level()).isEqualTo(TrustLevel.EARNED);
        assertThat(Standing.at(NOW).missing()).isEqualTo(73);
        assertThat(approved(rejected(Standing.at(NOW), 1), 73).level()).isEqualTo(TrustLevel.SUGGEST);
    }

    @Test
    void missingIsExactlyWhatIsMissing() {
        var random = new Random(3);
        for (int i = 0; i < 300; i++) {
            var standing = rejected(approved(Standing.at(NOW), random.nextInt(60)), random.nextInt(12));
            int missing = standing.missing();
            assertThat(approved(standing, missing).level()).isEqualTo(TrustLevel.EARNED);
            assertThat(approved(standing, missing - 1).level()).isEqualTo(TrustLevel.SUGGEST);
        }
    }

    @Test
    void anEarnedPolicyThatFallsBelowTheMarkBeforeTheAnswerMerelySuggestsAgain() {
        var standing = rejected(approved(Standing.at(NOW), 73), 1);

        assertThat(standing.level()).isEqualTo(TrustLevel.SUGGEST);
        assertThat(standing.demoted()).isEmpty();
        assertThat(standing.decided()).isEqualTo(74);
        assertThat(said(standing, Answer.AUTOMATIC).level()).isEqualTo(TrustLevel.SUGGEST);
    }

    @Test
    void anAutomaticPolicyLivesWithRareRejectionsAndFallsWithMany() {
        var standing = said(approved(Standing.at(NOW), 200), Answer.AUTOMATIC);
        for (int i = 0; i < 50; i++) {
            standing = rejected(approved(standing, 19), 1);
        }
        assertThat(standing.level()).isEqualTo(TrustLevel.AUTOMATIC);

        standing = rejected(approved(standing, 30), 7);

        assertThat(standing.level()).isEqualTo(TrustLevel.SUGGEST);
        assertThat(standing.demoted())
                .isEqualTo(Optional.of("You rejected 3 of its last 3 proposals, so it asks again."));
        assertThat(standing.decided()).isEqualTo(4);
    }

    @Test
    void howDecisionsAreBatchedDoesNotMatter() {
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            var together = said(approved(Standing.at(NOW), 100), Answer.AUTOMATIC);
            var single = together;
            for (int batch = 0; batch < 40; batch++) {
                boolean approve = random.nextInt(4) > 0;
                int times = 1 + random.nextInt(5);
                together = approve ? approved(together, times) : rejected(together, times);
                for (int each = 0; each < times; each++) {
                    single = approve ? approved(single, 1) : rejected(single, 1);
                }
                assertThat(together).isEqualTo(single);
            }
        }
    }

    @Test
    void aPolicyWhoseActionAlwaysAsksNeverRises() {
        assertThat(Standing.at(NOW)
                        .after(new TrustEvent.Decided(true, 10_000, NOW), false)
                        .level())
                .isEqualTo(TrustLevel.SUGGEST);
    }

    @Test
    void precisionLowIsTheLowerEndOfTheWilsonInterval() {
        var standing = rejected(approved(Standing.at(NOW), 30), 3);

        assertThat(standing.precisionLow())
                .isEqualTo(WilsonInterval.of(30, 33).orElseThrow().low());
        assertThat(Standing.at(NOW).precisionLow()).isZero();
    }
}
