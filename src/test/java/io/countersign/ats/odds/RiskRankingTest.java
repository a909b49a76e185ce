package io.countersign.ats.odds;

import static io.countersign.ats.odds.Timelines.applied;
import static io.countersign.ats.odds.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.Application;
import io.countersign.ats.NextStep;
import io.countersign.ats.Outlook;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.Standing;
import io.countersign.mail.Stage;
import io.countersign.shared.ui.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order applications are looked at, and why. */
class RiskRankingTest {
    private static final double NOW = 40;

    private final RiskRanking ranking = new RiskRanking(ZoneOffset.UTC);

    private List<RankedApplication> rank(Timelines... timelines) {
        return ranking.rank(Arrays.stream(timelines).map(Timelines::build).toList(), day(NOW));
    }

    private Outlook outlook(Timelines timeline) {
        return rank(timeline).getFirst().outlook();
    }

    private static List<Long> numbers(List<RankedApplication> ranked) {
        return ranked.stream().map(row -> row.application().id().number()).toList();
    }

    private static List<String> words(Outlook outlook) {
        return outlook.reasons().stream()
                .map(reason -> Texts.of(Locale.ENGLISH)
                        .get(reason.key(), reason.arguments().toArray()))
                .toList();
    }

    @Test
    void whatAnActionChangesComesBeforeWaitingBeforeHopelessBeforeEnded() {
        var ended = applied(1).stage(38, Stage.REJECTED);
        var hopeless = applied(2).followUp(0.1).followUp(0.2);
        var waiting = applied(3).stage(30, Stage.INTERVIEW).sent(31).followUp(38);
        var silent = Timelines.empty(4).stage(31, Stage.APPLIED);
        var asked = applied(5).word(39, "When can you start?");
        var offer = applied(6).stage(38, Stage.OFFER);
        assertThat(numbers(rank(ended, hopeless, waiting, silent, asked, offer)))
                .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void moreAtStakeComesFirstAndATalkTomorrowBeforeOneNextMonth() {
        var early = Timelines.empty(1).stage(32, Stage.APPLIED);
        var late = applied(2).stage(28, Stage.FINAL_ROUND).sent(32);
        assertThat(numbers(rank(early, late))).containsExactly(2L, 1L);
        var tomorrow = applied(3).talk(30, Stage.INTERVIEW, NOW + 1);
        var later = applied(4).talk(30, Stage.INTERVIEW, NOW + 30);
        assertThat(numbers(rank(later, tomorrow))).containsExactly(3L, 4L);
    }

    @Test
    void ranksCountFromOneAndTheOrderDoesNotDependOnTheInput() {
        var applications = new ArrayList<Application>();
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            applications.add(
                    Timelines.empty(i).stage(random.nextInt(40), Stage.APPLIED).build());
        }
        var order = numbers(ranking.rank(applications, day(NOW)));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(applications, random);
            var ranked = ranking.rank(applications, day(NOW));
            assertThat(numbers(ranked)).isEqualTo(order);
            assertThat(ranked).first().extracting(RankedApplication::rank).isEqualTo(1);
            assertThat(ranked).last().extracting(RankedApplication::rank).isEqualTo(300);
        }
    }

    @Test
    void standingFollowsTheSilence() {
        assertThat(outlook(Timelines.empty(1).stage(19, Stage.APPLIED)).standing())
                .isEqualTo(Standing.ACTIVE);
        assertThat(outlook(Timelines.empty(1).stage(18, Stage.APPLIED)).standing())
                .isEqualTo(Standing.OVERDUE);
        assertThat(outlook(applied(1).stage(14, Stage.INTERVIEW)).standing()).isEqualTo(Standing.GHOSTED);
        assertThat(outlook(applied(1).stage(14, Stage.INTERVIEW).unsure(39)).standing())
                .as("a word revives")
                .isEqualTo(Standing.ACTIVE);
        assertThat(outlook(applied(1).stage(14, Stage.HIRED)).standing()).isEqualTo(Standing.ENDED);
        assertThat(outlook(applied(1).stage(14, Stage.OFFER)).standing())
                .as("it is the person who is awaited")
                .isEqualTo(Standing.ACTIVE);
    }

    @Test
    void silenceAloneDoesNotMakeAGhostWhereLateAnswersAreKnown() {
        var timelines = new ArrayList<Timelines>();
        for (int i = 0; i < 200; i++) {
            timelines.add(Timelines.empty(i)
                    .stage(-80, Stage.APPLIED)
                    .stage(-80 + 50 + i % 10, Stage.INTERVIEW)
                    .stage(-20, Stage.REJECTED));
        }
        timelines.add(Timelines.empty(999).stage(-5, Stage.APPLIED));
        var ranked = rank(timelines.toArray(Timelines[]::new));
        assertThat(ranked.getFirst().application().id().number()).isEqualTo(999);
        assertThat(ranked.getFirst().outlook().replyOdds14d()).isGreaterThan(0.5);
        assertThat(ranked.getFirst().outlook().standing()).isEqualTo(Standing.OVERDUE);
    }

    @Test
    void theOutlookCarriesTheDocumentedRiskAndDays() {
        var outlook = outlook(Timelines.empty(1).stage(25, Stage.APPLIED));
        assertThat(outlook.daysSilent()).isEqualTo(15);
        assertThat(outlook.ghostingRisk()).isEqualTo(0.95);
        assertThat(outlook.step()).isInstanceOf(NextStep.FollowUp.class);
    }

    @Test
    void aRowSaysWhyInWords() {
        var timelines = new ArrayList<Timelines>();
        for (int i = 0; i < 4; i++) {
            timelines.add(applied(100 + i).followUp(8).stage(12, Stage.REJECTED));
        }
        for (int i = 0; i < 3; i++) {
            timelines.add(applied(200 + i).followUp(8));
        }
        timelines.add(Timelines.empty(1).stage(27, Stage.APPLIED));
        var ranked = rank(timelines.toArray(Timelines[]::new));
        var row = ranked.getFirst();
        assertThat(row.application().id().number()).isEqualTo(1);
        assertThat(words(row.outlook())).first().isEqualTo("13 days of silence after your application.");
        assertThat(words(row.outlook()))
                .contains("A follow-up has revived 4 of 7.")
                .anyMatch(
                        text -> text.matches(
                                "Half of the companies that answer you at this stage do so within \\d+ days \\(4 answers\\)\\."))
                .anyMatch(text -> text.matches("Asking now raises the chance of an answer from \\d+% to \\d+%\\."));
    }

    @Test
    void withoutHistoryTheUsualPaceIsTold() {
        assertThat(words(outlook(applied(1).stage(26, Stage.INTERVIEW).sent(27))))
                .startsWith("14 days of silence after an interview.")
                .contains("Half of the companies that answer at this stage usually do so within 4 days.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyReasonHasWordsInEveryLanguage(String language) {
        var texts = Texts.of(Locale.of(language));
        Set<String> keys = new TreeSet<>();
        for (int seed = 0; seed < 3000; seed++) {
            for (var row : ranking.rank(random(seed), day(NOW + seed % 120))) {
                assertThat(row.outlook().reasons()).isNotEmpty();
                for (var reason : row.outlook().reasons()) {
                    keys.add(reason.key());
                    assertThat(texts.get(reason.key(), reason.arguments().toArray()))
                            .isNotBlank()
                            .doesNotContain("{");
                }
            }
        }
        assertThat(keys).as("every text is used").hasSize(23);
    }

    @Test
    void figuresStayInTheirRangesAndEndedOnesLast() {
        for (int seed = 0; seed < 3000; seed++) {
            boolean ended = false;
            for (var row : ranking.rank(random(seed), day(NOW + seed % 120))) {
                var outlook = row.outlook();
                assertThat(outlook.replyOdds14d()).isBetween(0.0, 1.0);
                assertThat(outlook.gain()).isBetween(0.0, 1.0);
                assertThat(outlook.daysSilent()).isNotNegative();
                assertThat(outlook.standing() == Standing.ENDED)
                        .isEqualTo(row.application().state().stage().isTerminal());
                assertThat(ended && outlook.standing() != Standing.ENDED).isFalse();
                ended = outlook.standing() == Standing.ENDED;
            }
        }
    }

    private static List<Application> random(int seed) {
        var random = new Random(seed);
        var all = new ArrayList<Application>();
        for (int i = 0; i < 6; i++) {
            var timeline =
                    random.nextBoolean() ? applied(i) : Timelines.empty(i).word(0, "Hello");
            double at = 0;
            for (int event = random.nextInt(6); event > 0; event--) {
                at += random.nextDouble() * 10;
                switch (random.nextInt(7)) {
                    case 0 -> timeline.sent(at);
                    case 1, 2 -> timeline.followUp(at);
                    case 3 -> timeline.talk(at, Stage.INTERVIEW, at + random.nextInt(40));
                    case 4 -> timeline.word(at, "Question?");
                    default -> timeline.stage(at, Timelines.anyStage(random));
                }
            }
            all.add(timeline.build());
        }
        return all;
    }

    @Test
    void nothingToRankIsNothing() {
        assertThat(ranking.rank(List.of(), day(0))).isEmpty();
    }

    @Test
    void aNearDeadlineRanksUpAndIsSaidInWords() {
        var later = applied(1).due(39, Stage.ASSESSMENT, 60);
        var soon = applied(2).due(38, Stage.ASSESSMENT, 41);
        var none = applied(3).stage(39.5, Stage.ASSESSMENT);
        var talk = applied(4).talk(39, Stage.INTERVIEW, 43);
        var offer = applied(5).due(30, Stage.OFFER, 42);

        var ranked = rank(later, talk, none, soon, offer);

        assertThat(numbers(ranked)).startsWith(5L, 2L);
        assertThat(words(ranked.getFirst().outlook()).getFirst())
                .startsWith("The offer needs your answer by ")
                .endsWith(", in 2 days.");
        assertThat(words(ranked.get(1).outlook()).getFirst()).isEqualTo("The assessment is due tomorrow.");
        assertThat(ranked.get(1).outlook().step())
                .isEqualTo(new NextStep.Assessment(
                        Optional.of(day(41).atZone(ZoneOffset.UTC).toLocalDate())));
        assertThat(outlook(later).gain()).isGreaterThanOrEqualTo(outlook(none).gain() * 0.5);
    }

    @Test
    void aDeadlineHoldsUntilItIsOverOrThePersonAnswers() {
        assertThat(outlook(applied(1).due(1, Stage.ASSESSMENT, 41)).step()).isInstanceOf(NextStep.Assessment.class);
        assertThat(outlook(applied(1).due(38, Stage.ASSESSMENT, 50).sent(39)).step())
                .isInstanceOf(NextStep.Wait.class);
        var over = outlook(applied(1).due(35, Stage.OFFER, 38));
        assertThat(words(over).getFirst()).startsWith("The offer needed your answer by ");
        assertThat(over.gain())
                .isEqualTo(outlook(applied(1).stage(35, Stage.OFFER)).gain());
    }
}
