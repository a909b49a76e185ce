package io.countersign.ats.odds;

import static io.countersign.ats.odds.Timelines.applied;
import static io.countersign.ats.odds.Timelines.day;
import static io.countersign.ats.odds.Timelines.empty;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.Application;
import io.countersign.ats.NextStep;
import io.countersign.mail.Stage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What to do next, and when. Day 0 is a Monday, days 5 and 6 a weekend. */
class FollowUpsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final FollowUps cadence = new FollowUps(ZONE);

    private NextStep next(Timelines timeline, double now) {
        return cadence.next(timeline.build(), day(now));
    }

    private static LocalDate date(int day) {
        return MONDAY.plusDays(day);
    }

    @Test
    void newsAreAskedForAfterSevenDaysOfSilence() {
        assertThat(next(applied(1), 6)).isEqualTo(new NextStep.Wait(date(7)));
        assertThat(next(applied(1), 7)).isEqualTo(new NextStep.FollowUp(1, date(7)));
        assertThat(next(applied(1), 20)).isEqualTo(new NextStep.FollowUp(1, date(7)));
    }

    @Test
    void theyAreAskedForTwiceAtMost() {
        assertThat(next(applied(1).followUp(8), 9)).isEqualTo(new NextStep.Wait(date(15)));
        assertThat(next(applied(1).followUp(8), 15)).isEqualTo(new NextStep.FollowUp(2, date(15)));
        assertThat(next(applied(1).followUp(8).followUp(15), 16)).isEqualTo(new NextStep.Wait(date(22)));
        assertThat(next(applied(1).followUp(8).followUp(15), 22)).isEqualTo(new NextStep.LetGo());
        assertThat(next(applied(1).followUp(8).followUp(15).word(23, "Update"), 32))
                .as("a word revives")
                .isEqualTo(new NextStep.Answer(date(24)));
    }

    @Test
    void aDayOnAWeekendMovesToMonday() {
        var timeline = empty(1).stage(5, Stage.APPLIED);
        assertThat(next(timeline, 12)).isEqualTo(new NextStep.Wait(date(14)));
        assertThat(next(timeline, 14)).isEqualTo(new NextStep.FollowUp(1, date(14)));
    }

    @Test
    void daysAreThoseOfThePersonsZone() {
        var lateOnMonday = empty(1).stage(0.55, Stage.APPLIED);
        assertThat(cadence.next(lateOnMonday.build(), day(1))).isEqualTo(new NextStep.Wait(date(7)));
        assertThat(new FollowUps(ZoneId.of("Asia/Tokyo")).next(lateOnMonday.build(), day(1)))
                .isEqualTo(new NextStep.Wait(date(8)));
    }

    @Test
    void aQuestionIsAnsweredWithinADayAndThenAskedAboutAfterThree() {
        var asked = applied(1).word(8, "When could you start?");
        assertThat(next(asked, 8.1)).isEqualTo(new NextStep.Answer(date(9)));
        assertThat(next(asked.sent(9), 10)).isEqualTo(new NextStep.Wait(date(14)));
        assertThat(next(asked, 14)).isEqualTo(new NextStep.FollowUp(1, date(14)));
    }

    @Test
    void anInvitationWithoutADateAsksForOneAndAReplyAwaitsAnAnswer() {
        assertThat(next(applied(1).stage(8, Stage.SCREENING), 8.1)).isEqualTo(new NextStep.Answer(date(9)));
        assertThat(next(applied(1).sent(7).word(8, "Your application"), 8.1)).isEqualTo(new NextStep.Answer(date(9)));
        assertThat(next(applied(1).word(8, "Your application"), 8.1)).isEqualTo(new NextStep.Wait(date(15)));
    }

    @Test
    void aTalkIsPreparedForThenThankedForThenAskedAbout() {
        var timeline = applied(1).talk(3, Stage.INTERVIEW, 8);
        assertThat(next(timeline, 4)).isEqualTo(new NextStep.Prepare(day(8)));
        assertThat(next(timeline, 8.2)).isEqualTo(new NextStep.ThankYou(date(9)));
        assertThat(next(timeline, 15)).isEqualTo(new NextStep.FollowUp(1, date(15)));
        assertThat(next(applied(1).talk(3, Stage.INTERVIEW, 8).sent(9), 10)).isEqualTo(new NextStep.Wait(date(16)));
        assertThat(next(applied(1).talk(3, Stage.INTERVIEW, 11), 11.2))
                .as("a talk on a Friday")
                .isEqualTo(new NextStep.ThankYou(date(14)));
    }

    @Test
    void anAssessmentIsDoneAndAnOfferDecided() {
        assertThat(next(applied(1).stage(3, Stage.ASSESSMENT), 4)).isEqualTo(new NextStep.Assessment(Optional.empty()));
        assertThat(next(applied(1).stage(3, Stage.ASSESSMENT).word(5, "We have your answers"), 6))
                .isEqualTo(new NextStep.Wait(date(14)));
        assertThat(next(applied(1).stage(3, Stage.OFFER), 4)).isEqualTo(new NextStep.Decide(Optional.empty()));
        assertThat(next(applied(1).stage(3, Stage.OFFER).sent(4), 5)).isEqualTo(new NextStep.Wait(date(7)));
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "WITHDRAWN", "HIRED"})
    void nothingFollowsTheEnd(Stage end) {
        assertThat(next(applied(1).stage(3, end), 30)).isEqualTo(new NextStep.None());
    }

    @Test
    void aSilenceOfAQuarterIsLetGo() {
        assertThat(next(applied(1), 89)).isInstanceOf(NextStep.FollowUp.class);
        assertThat(next(applied(1), 90)).isEqualTo(new NextStep.LetGo());
        assertThat(next(applied(1).stage(2, Stage.OFFER), 95)).isEqualTo(new NextStep.LetGo());
    }

    /** A person who does whatever is proposed, against employers who do whatever they like. */
    @Test
    void whoFollowsTheCadenceAsksTwiceAtMostBetweenTwoWordsAndNeverAfterTheEnd() {
        for (int seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var timeline = applied(seed);
            for (double now = 0.1; now < 150; now += 1 + random.nextInt(4)) {
                if (random.nextInt(12) == 0) {
                    somethingComes(timeline, now, random);
                }
                var application = timeline.build();
                var step = cadence.next(application, day(now));
                check(application, step, now);
                act(timeline, step, now, random);
                assertThat(timeline.build().state().followUps())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(2);
            }
        }
    }

    private static void somethingComes(Timelines timeline, double now, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> timeline.word(now, random.nextBoolean() ? "News?" : "News");
            case 1 -> timeline.unsure(now);
            case 2 -> timeline.talk(now, Stage.INTERVIEW, now + random.nextInt(12));
            default -> timeline.stage(now, Timelines.anyStage(random));
        }
    }

    private static void act(Timelines timeline, NextStep step, double now, Random random) {
        if (random.nextInt(3) == 0) {
            return;
        }
        switch (step) {
            case NextStep.FollowUp _ -> timeline.followUp(now + 0.1);
            case NextStep.ThankYou _, NextStep.Answer _, NextStep.Assessment _, NextStep.Decide _ ->
                timeline.sent(now + 0.1);
            case NextStep.Prepare _, NextStep.Wait _, NextStep.LetGo _, NextStep.None _ -> {}
        }
    }

    private static void check(Application application, NextStep step, double now) {
        var first = application.timeline().getFirst().at().atZone(ZONE).toLocalDate();
        var today = day(now).atZone(ZONE).toLocalDate();
        assertThat(step instanceof NextStep.None)
                .isEqualTo(application.state().stage().isTerminal());
        var dates = new ArrayList<LocalDate>(step.dueDate().stream().toList());
        if (step instanceof NextStep.Wait(var until)) {
            assertThat(until).isAfter(today);
            dates.add(until);
        }
        if (step instanceof NextStep.FollowUp followUp) {
            var due = followUp.due();
            assertThat(due).as("never proposed before it is due").isBeforeOrEqualTo(today);
            var last = application.timeline().getLast().at().atZone(ZONE).toLocalDate();
            assertThat(due).as("never due before its cause").isAfter(last);
        }
        for (var date : dates) {
            assertThat(date).isAfterOrEqualTo(first);
            assertThat(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)).doesNotContain(date.getDayOfWeek());
        }
        if (step instanceof NextStep.Prepare(var talk)) {
            assertThat(talk).isAfter(day(now));
        }
    }

    /** Timelines that nobody planned: any events in any order. */
    @Test
    void anyTimelineGetsAStepThatFitsIt() {
        for (int seed = 0; seed < 5000; seed++) {
            var random = new Random(seed);
            var timeline = empty(seed);
            double at = 0;
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                at += random.nextDouble() * 12;
                switch (random.nextInt(5)) {
                    case 0 -> timeline.sent(at);
                    case 3 -> timeline.ownStage(at, Timelines.anyStage(random));
                    case 1 -> timeline.followUp(at);
                    case 2 -> timeline.noted(at, Timelines.anyStage(random));
                    default -> somethingComes(timeline, at, random);
                }
            }
            var application = timeline.build();
            double now = at + random.nextInt(40);
            var step = cadence.next(application, day(now));
            assertThat(step instanceof NextStep.None)
                    .isEqualTo(application.state().stage().isTerminal());
            if (step instanceof NextStep.FollowUp followUp) {
                assertThat(followUp.number())
                        .isEqualTo(application.state().followUps() + 1)
                        .isLessThanOrEqualTo(2);
            }
            for (var spell : Spell.of(application, day(now))) {
                assertThat(spell.days()).isNotNegative();
                assertThat(spell.followUps()).isSorted().allMatch(asked -> asked >= 0 && asked <= spell.days());
            }
        }
    }
}
