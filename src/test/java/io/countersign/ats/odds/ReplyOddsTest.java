package io.countersign.ats.odds;

import static io.countersign.ats.odds.Timelines.applied;
import static io.countersign.ats.odds.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.mail.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chance of an answer within 14 days. */
class ReplyOddsTest {
    private static final Optional<String> SLOW = Optional.of("slow");
    private static final Optional<String> FAST = Optional.of("fast");

    private static double chance(ReplyOdds odds, Stage stage, Optional<String> system, int silent) {
        var application = applied(1).stage(1, stage).build();
        var now = day(1 + silent);
        return odds.chance(Silence.of(application, now), system, now);
    }

    private static List<Spell> times(int count, Spell spell) {
        return Collections.nCopies(count, spell);
    }

    @Test
    void beforeAnythingIsKnownTheLadderSays() {
        double all = 0.5 * (1 - Math.pow(0.1, 14 / 21.0));
        assertThat(chance(ReplyOdds.prior(), Stage.APPLIED, Optional.empty(), 0))
                .isCloseTo(all, within(1e-9));
        double open = 0.5 * 0.1;
        assertThat(chance(ReplyOdds.prior(), Stage.APPLIED, Optional.empty(), 21))
                .isCloseTo(open / (open + 0.5) * (1 - Math.pow(0.1, 14 / 21.0)), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REJECTED", "WITHDRAWN", "HIRED"})
    void theLongerTheSilenceTheSmallerTheChance(Stage stage) {
        double before = 1;
        for (int silent = 0; silent < 200; silent++) {
            double now = chance(ReplyOdds.prior(), stage, Optional.empty(), silent);
            assertThat(now).isBetween(0.0, before);
            before = now;
        }
    }

    @Test
    void muchHistoryOutweighsTheLadder() {
        var spells = new ArrayList<Spell>();
        for (int i = 0; i < 1000; i++) {
            spells.add(new Spell(Stage.APPLIED, Optional.empty(), i % 4 == 0 ? 30 : 60, i % 4 == 0, List.of()));
        }
        var odds = ReplyOdds.learnedFrom(spells);
        assertThat(chance(odds, Stage.APPLIED, Optional.empty(), 0)).isLessThan(0.05);
        assertThat(chance(odds, Stage.APPLIED, Optional.empty(), 20)).isCloseTo(0.25, within(0.03));
        assertThat(chance(odds, Stage.APPLIED, Optional.empty(), 36)).isLessThan(0.05);
        assertThat(odds.medianDay(Stage.APPLIED)).isBetween(29, 31);
        assertThat(odds.answers(Stage.APPLIED)).isEqualTo(250);
    }

    @Test
    void littleHistoryHardlyMovesIt() {
        var odds = ReplyOdds.learnedFrom(times(1, new Spell(Stage.APPLIED, Optional.empty(), 40, false, List.of())));
        assertThat(chance(odds, Stage.APPLIED, Optional.empty(), 3))
                .isCloseTo(chance(ReplyOdds.prior(), Stage.APPLIED, Optional.empty(), 3), within(0.08));
    }

    @Test
    void systemsAreToldApartAndAnUnknownOneIsLikeItsStage() {
        var spells = new ArrayList<>(times(200, new Spell(Stage.APPLIED, SLOW, 60, false, List.of())));
        spells.addAll(times(200, new Spell(Stage.APPLIED, FAST, 3, true, List.of())));
        var odds = ReplyOdds.learnedFrom(spells);
        assertThat(chance(odds, Stage.APPLIED, FAST, 0)).isGreaterThan(0.7);
        assertThat(chance(odds, Stage.APPLIED, SLOW, 0)).isLessThan(0.2);
        assertThat(chance(odds, Stage.APPLIED, Optional.of("new"), 0))
                .isEqualTo(chance(odds, Stage.APPLIED, Optional.empty(), 0))
                .isBetween(0.3, 0.7);
    }

    @Test
    void otherStagesTeachAStageWithoutHistory() {
        var odds = ReplyOdds.learnedFrom(times(300, new Spell(Stage.APPLIED, SLOW, 60, false, List.of())));
        assertThat(chance(odds, Stage.INTERVIEW, FAST, 0))
                .isLessThan(chance(ReplyOdds.prior(), Stage.INTERVIEW, FAST, 0) / 2);
    }

    @Test
    void followUpsAreCountedAndComparedWithWhatComesAnyway() {
        var spells = new ArrayList<>(times(3, new Spell(Stage.APPLIED, Optional.empty(), 12, true, List.of(8))));
        spells.addAll(times(4, new Spell(Stage.APPLIED, Optional.empty(), 40, false, List.of(8))));
        spells.add(new Spell(Stage.APPLIED, Optional.empty(), 10, false, List.of(8)));
        var effect = ReplyOdds.learnedFrom(spells).followUps();
        assertThat(effect.revived()).isEqualTo(3);
        assertThat(effect.asked()).as("the one just sent may still be answered").isEqualTo(7);
        assertThat(effect.expected()).isBetween(0.5, 3.0);
        assertThat(effect.ratio()).isGreaterThan(FollowUpEffect.PRIOR);
    }

    @Test
    void aFollowUpRaisesTheChanceByWhatItWasSeenToDo() {
        var helped = new ArrayList<>(spells(20, 180, List.of()));
        helped.addAll(spells(60, 60, List.of(8)));
        var useless = new ArrayList<>(spells(100, 100, List.of()));
        useless.addAll(spells(60, 60, List.of(8)));
        assertThat(ReplyOdds.learnedFrom(helped).followUps().ratio()).isGreaterThan(2.5);
        assertThat(lift(ReplyOdds.learnedFrom(helped))).isGreaterThan(1.8);
        assertThat(ReplyOdds.learnedFrom(useless).followUps().ratio()).isBetween(0.9, 1.15);
    }

    private static List<Spell> spells(int answered, int silent, List<Integer> followUps) {
        var spells = new ArrayList<Spell>();
        for (int i = 0; i < answered; i++) {
            spells.add(new Spell(Stage.APPLIED, Optional.empty(), 8 + i % 14, true, followUps));
        }
        spells.addAll(times(silent, new Spell(Stage.APPLIED, Optional.empty(), 60, false, followUps)));
        return spells;
    }

    private static double lift(ReplyOdds odds) {
        var silence = Silence.of(applied(1).build(), day(8));
        return odds.chanceWhenAsked(silence, Optional.empty(), day(8)) / odds.chance(silence, Optional.empty(), day(8));
    }
}
