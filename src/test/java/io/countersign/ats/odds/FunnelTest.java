package io.countersign.ats.odds;

import static io.countersign.ats.odds.Timelines.applied;
import static io.countersign.ats.odds.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationSource;
import io.countersign.ats.odds.Funnel.ResponseTime;
import io.countersign.ats.odds.Funnel.Step;
import io.countersign.mail.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How far applications come. */
class FunnelTest {
    private static Funnel funnel(Timelines... timelines) {
        return Funnel.of(Arrays.stream(timelines).map(Timelines::build).toList(), day(40));
    }

    @Test
    void eachStepCountsWhoCameSoFarOrFurther() {
        var funnel = funnel(
                applied(1),
                applied(2).stage(5, Stage.REJECTED),
                applied(3).stage(5, Stage.INTERVIEW),
                applied(4).stage(5, Stage.INTERVIEW).stage(9, Stage.REJECTED),
                applied(5).stage(5, Stage.OFFER).stage(9, Stage.HIRED));
        assertThat(funnel.applications()).isEqualTo(5);
        assertThat(funnel.steps())
                .containsExactly(
                        new Step(Stage.APPLIED, 5, 3, 1, 1),
                        new Step(Stage.ASSESSMENT, 3, 3, 0, 0),
                        new Step(Stage.SCREENING, 3, 3, 0, 0),
                        new Step(Stage.INTERVIEW, 3, 1, 1, 1),
                        new Step(Stage.FINAL_ROUND, 1, 1, 0, 0),
                        new Step(Stage.OFFER, 1, 1, 0, 0),
                        new Step(Stage.HIRED, 1, 0, 0, 0));
        assertThat(funnel.steps().getFirst().conversion()).contains(0.6);
        assertThat(funnel.steps().getFirst().isThin()).isFalse();
        assertThat(funnel.steps().getLast().conversion()).isEmpty();
        assertThat(funnel.steps().getLast().isThin()).isTrue();
    }

    @Test
    void responseTimesAreMediansOfWhatWasAnswered() {
        var funnel = funnel(
                applied(1).system("lever").stage(2, Stage.INTERVIEW),
                applied(2).system("lever").stage(6, Stage.REJECTED),
                applied(3).system("icims").source(ApplicationSource.BOARD),
                applied(4).source(ApplicationSource.BOARD).stage(9, Stage.REJECTED));
        assertThat(funnel.byStage())
                .containsExactly(
                        new ResponseTime<>(Stage.APPLIED, 3, 1, Optional.of(6.0)),
                        new ResponseTime<>(Stage.INTERVIEW, 0, 1, Optional.empty()));
        assertThat(funnel.bySystem())
                .containsExactly(
                        new ResponseTime<>("lever", 2, 1, Optional.of(4.0)),
                        new ResponseTime<>("icims", 0, 1, Optional.empty()));
        assertThat(funnel.bySource())
                .containsExactly(
                        new ResponseTime<>(ApplicationSource.DIRECT, 2, 1, Optional.of(4.0)),
                        new ResponseTime<>(ApplicationSource.BOARD, 1, 1, Optional.of(9.0)));
        assertThat(funnel.byStage()).allMatch(ResponseTime::isThin);
    }

    @Test
    void noApplicationsMakeAnEmptyFunnel() {
        var funnel = funnel();
        assertThat(funnel.applications()).isZero();
        assertThat(funnel.steps())
                .hasSize(7)
                .allMatch(step -> step.reached() == 0 && step.conversion().isEmpty());
        assertThat(funnel.byStage()).isEmpty();
        assertThat(funnel.bySystem()).isEmpty();
        assertThat(funnel.bySource()).isEmpty();
    }

    @Test
    void aStepNeverHoldsMoreThanTheOneBeforeAndNobodyIsLost() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var applications = new ArrayList<Application>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                var timeline = applied(i);
                for (int event = random.nextInt(5); event > 0; event--) {
                    timeline.stage(40 - event, Timelines.anyStage(random));
                }
                applications.add(timeline.build());
            }
            var steps = Funnel.of(applications, day(60)).steps();
            int before = applications.size();
            int left = 0;
            for (var step : steps) {
                assertThat(step.reached()).isEqualTo(before);
                assertThat(step.next()).isLessThanOrEqualTo(step.reached());
                before = step.next();
                left += step.open() + step.ended();
            }
            assertThat(left + steps.getLast().reached()).isEqualTo(applications.size());
        }
    }

    @Test
    void eachFigureKnowsTheApplicationsThatItCounts() {
        var random = new Random(11);
        for (int round = 0; round < 50; round++) {
            var applications = new ArrayList<Application>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                var one = applied(random.nextInt(10) + 1)
                        .system(random.nextBoolean() ? "lever" : "icims")
                        .source(random.nextBoolean() ? ApplicationSource.BOARD : ApplicationSource.DIRECT);
                applications.add(
                        random.nextBoolean()
                                ? one.build()
                                : one.stage(20, Timelines.anyStage(random)).build());
            }
            var now = day(40);
            var funnel = Funnel.of(applications, now);
            for (var step : funnel.steps()) {
                assertThat(applications.stream().filter(new FunnelPart.Reached(step.stage())::holds))
                        .hasSize(step.reached());
            }
            for (var time : funnel.byStage()) {
                var part = new FunnelPart.AwaitedAt(time.group(), now);
                assertThat(silences(applications, part, spell -> spell.stage() == time.group()))
                        .isEqualTo(time.answers() + time.unanswered());
            }
            for (var time : funnel.bySystem()) {
                var part = new FunnelPart.AwaitedThrough(time.group(), now);
                assertThat(silences(applications, part, _ -> true)).isEqualTo(time.answers() + time.unanswered());
            }
            for (var time : funnel.bySource()) {
                var part = new FunnelPart.AwaitedAfter(time.group(), now);
                assertThat(silences(applications, part, _ -> true)).isEqualTo(time.answers() + time.unanswered());
            }
        }
    }

    private static long silences(List<Application> applications, FunnelPart part, Predicate<Spell> which) {
        return applications.stream()
                .filter(part::holds)
                .flatMap(application -> Spell.of(application, day(40)).stream())
                .filter(which)
                .count();
    }
}
