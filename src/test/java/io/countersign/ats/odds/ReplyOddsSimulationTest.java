package io.countersign.ats.odds;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.odds.OddsTrial.Moment;
import io.countersign.ats.odds.OddsTrial.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts against worlds whose hazards are known. */
class ReplyOddsSimulationTest {
    private static final int SEEDS = 3;
    private static final int MOMENTS = 300;

    private record Scores(HazardWorld world, int history, Score ours, Score ladder, Score step, Score formula) {}

    private static List<Scores> scores(int history) {
        var all = new ArrayList<Scores>();
        for (var world : HazardWorld.all()) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                var trial = new OddsTrial(world, seed);
                var learned = OddsTrial.learned(trial.history(history));
                var moments = trial.moments(MOMENTS);
                all.add(new Scores(
                        world,
                        history,
                        OddsTrial.score(moments, OddsTrial.forecast(learned)),
                        OddsTrial.score(moments, OddsTrial.forecast(ReplyOdds.prior())),
                        OddsTrial.score(moments, OddsTrial::ladderStep),
                        OddsTrial.score(moments, OddsTrial::formula)));
            }
        }
        return all;
    }

    private static Score mean(List<Scores> scores, Function<Scores, Score> of) {
        return scores.stream().map(of).reduce(new Score(0, 0), Score::plus).times(1.0 / scores.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 250, 2000})
    void learnedOddsBeatTheLadderAndTheFormulaOnBothScores(int history) {
        var scores = scores(history);
        var ours = mean(scores, Scores::ours);
        for (var other :
                List.of(mean(scores, Scores::ladder), mean(scores, Scores::step), mean(scores, Scores::formula))) {
            assertThat(ours.brier()).isLessThan(other.brier());
            assertThat(ours.c()).isGreaterThan(other.c());
        }
    }

    @Test
    void withLittleHistoryTheyAreNeverMuchWorseThanTheLadder() {
        for (var scores : scores(20)) {
            assertThat(scores.ours().brier())
                    .as(scores.world().name())
                    .isLessThan(scores.ladder().brier() + 0.01);
            assertThat(scores.ours().c())
                    .as(scores.world().name())
                    .isGreaterThan(scores.ladder().c() - 0.04);
        }
    }

    @Test
    void withMuchHistoryTheyComeNearTheTruth() {
        for (var world : HazardWorld.all()) {
            var trial = new OddsTrial(world, 7);
            var learned = OddsTrial.forecast(OddsTrial.learned(trial.history(2000)));
            double miss = trial.moments(MOMENTS).stream()
                    .mapToDouble(moment -> Math.abs(learned.applyAsDouble(moment) - moment.truth()))
                    .average()
                    .orElseThrow();
            assertThat(miss).as(world.name()).isLessThan(0.06);
        }
    }

    @Test
    void theScoresAreWhatTheirNamesSay() {
        var trial = new OddsTrial(HazardWorld.all().getFirst(), 3);
        var moments = trial.moments(50);
        var perfect = OddsTrial.score(moments, moment -> moment.isAnswered() ? 1 : 0);
        assertThat(perfect.brier()).isZero();
        assertThat(OddsTrial.score(moments, Moment::more).c()).isZero();
        assertThat(OddsTrial.score(moments, moment -> -moment.more()).c()).isEqualTo(1);
        assertThat(OddsTrial.score(moments, _ -> 0.5)).isEqualTo(new Score(0.25, 0.5));
    }
}
