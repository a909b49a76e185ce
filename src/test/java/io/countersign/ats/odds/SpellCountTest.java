package io.countersign.ats.odds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.mail.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How silences are counted by day. */
class SpellCountTest {
    private static Spell spell(int days, boolean answered, Integer... followUps) {
        return new Spell(Stage.APPLIED, Optional.empty(), days, answered, List.of(followUps));
    }

    private static Exposure exposure(List<Spell> spells) {
        var count = new SpellCount();
        spells.forEach(count::add);
        return count.exposure();
    }

    @Test
    void itCountsAsGoingThroughEachDayWould() {
        for (int seed = 0; seed < 300; seed++) {
            var spells = random(new Random(seed));
            var exposure = exposure(spells);
            for (int day = 0; day < Ladder.HORIZON; day++) {
                int at = day;
                var lasting = spells.stream()
                        .filter(spell -> at < spell.days() || (at == spell.days() && spell.answered()))
                        .toList();
                double asked =
                        lasting.stream().filter(spell -> spell.isAsked(at)).count();
                assertThat(exposure.asked(day)).isEqualTo(asked);
                assertThat(exposure.atRisk(day, 1)).isEqualTo(lasting.size());
                assertThat(exposure.atRisk(day, 2)).isEqualTo(lasting.size() + asked);
                assertThat(exposure.answers(day)).isEqualTo((double)
                        lasting.stream().filter(spell -> at == spell.days()).count());
            }
        }
    }

    private static List<Spell> random(Random random) {
        var spells = new ArrayList<Spell>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            int days = random.nextInt(160);
            var followUps = random.ints(random.nextInt(4), 0, days + 1).sorted().boxed();
            spells.add(spell(days, random.nextBoolean(), followUps.toArray(Integer[]::new)));
        }
        return spells;
    }

    @Test
    void withoutAPriorTheHazardsAreThoseOfKaplanAndMeier() {
        var seen = exposure(List.of(spell(0, true), spell(1, false), spell(1, true), spell(2, true), spell(5, false)));
        var curve = HazardCurve.NEVER.after(seen, 1, 1e-12);
        assertThat(curve.at(0)).isCloseTo(1 / 5.0, within(1e-9));
        assertThat(curve.at(1)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(curve.at(2)).isCloseTo(1 / 2.0, within(1e-9));
        assertThat(curve.within(3, 0, 0, 1)).isCloseTo(1 - 4 / 5.0 * 2 / 3.0 / 2, within(1e-9));
        assertThat(curve.within(2, 1, 0, 1)).isCloseTo(1 - 2 / 3.0 / 2, within(1e-9));
    }

    @Test
    void averagingKeepsPlentifulDaysApartAndBringsScarceOnesTogether() {
        var one = exposure(List.of(spell(20, true))).smoothed();
        assertThat(one.answers(20)).isLessThan(0.2);
        assertThat(one.answers(25)).isPositive();
        var many = new ArrayList<Spell>();
        for (int i = 0; i < 30_000; i++) {
            many.add(spell(20, true));
        }
        assertThat(exposure(many).smoothed().answers(20)).isEqualTo(30_000);
        assertThat(exposure(many).smoothed().answers(18)).isZero();
    }
}
