package io.countersign.ats.odds;

import static io.countersign.ats.odds.Timelines.applied;
import static io.countersign.ats.odds.Timelines.day;
import static io.countersign.ats.odds.Timelines.empty;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a timeline becomes silences. */
class SilencesTest {
    private static List<Spell> spells(Timelines timeline, double now) {
        return Spell.of(timeline.build(), day(now));
    }

    private static Spell spell(Stage stage, int days, boolean answered, Integer... followUps) {
        return new Spell(stage, Optional.empty(), days, answered, List.of(followUps));
    }

    @Test
    void anAnswerEndsASilenceAndTheLastOneStillLasts() {
        assertThat(spells(applied(1).stage(5.2, Stage.INTERVIEW), 12.1))
                .containsExactly(spell(Stage.APPLIED, 5, true), spell(Stage.INTERVIEW, 6, false));
    }

    @Test
    void aConfirmationAnswersNothingAndBeginsTheSilenceAnew() {
        assertThat(spells(empty(1).sent(0).stage(2, Stage.APPLIED), 10))
                .containsExactly(spell(Stage.APPLIED, 2, false), spell(Stage.APPLIED, 8, false));
    }

    @Test
    void mailsOfOneBurstAreOneWord() {
        assertThat(spells(applied(1).word(5, "").stage(5.1, Stage.INTERVIEW), 8))
                .containsExactly(spell(Stage.APPLIED, 5, true), spell(Stage.INTERVIEW, 2, false));
    }

    @Test
    void whatThePersonWritesBeginsASilenceButAFollowUpDoesNot() {
        assertThat(spells(
                        applied(1)
                                .stage(5, Stage.INTERVIEW)
                                .sent(6)
                                .followUp(14)
                                .word(20, ""),
                        20))
                .containsExactly(
                        spell(Stage.APPLIED, 5, true),
                        spell(Stage.INTERVIEW, 1, false),
                        spell(Stage.INTERVIEW, 14, true, 8),
                        spell(Stage.INTERVIEW, 0, false));
    }

    @Test
    void theSilenceAfterAnInvitationBeginsWithTheTalk() {
        var timeline = applied(1).talk(5, Stage.INTERVIEW, 15);
        assertThat(spells(timeline, 10)).containsExactly(spell(Stage.APPLIED, 5, true));
        assertThat(spells(timeline, 18))
                .containsExactly(spell(Stage.APPLIED, 5, true), spell(Stage.INTERVIEW, 3, false));
        var silence = Silence.of(timeline.build(), day(18));
        assertThat(silence.talked()).isTrue();
        assertThat(silence.days(day(18))).isEqualTo(3);
    }

    @Test
    void nobodyIsSilentAfterTheEnd() {
        assertThat(spells(applied(1).stage(4, Stage.REJECTED), 50)).containsExactly(spell(Stage.APPLIED, 4, true));
        assertThat(spells(applied(1).noted(4, Stage.WITHDRAWN), 50)).containsExactly(spell(Stage.APPLIED, 4, false));
        assertThat(spells(applied(1).stage(4, Stage.REJECTED).stage(9, Stage.INTERVIEW), 11))
                .containsExactly(spell(Stage.APPLIED, 4, true), spell(Stage.INTERVIEW, 2, false));
    }

    @Test
    void nothingIsKnownOfTheFuture() {
        assertThat(spells(applied(1).stage(5, Stage.INTERVIEW), 3)).containsExactly(spell(Stage.APPLIED, 3, false));
    }

    @Test
    void aRowWithoutATimeTellsAStageAndNoSilence() {
        double epoch = Duration.between(Timelines.START, Instant.EPOCH).toDays() - 1;
        var unknown = empty(1).stage(epoch, Stage.INTERVIEW);
        assertThat(Silence.of(unknown.build(), day(9)).days(day(9))).isZero();
        assertThat(spells(unknown.word(3, ""), 9)).containsExactly(spell(Stage.INTERVIEW, 6, false));
    }

    @Test
    void anOwnMailThatQuotesAStageIsStillAnOwnMail() {
        var timeline = applied(1).stage(5, Stage.INTERVIEW).ownStage(6, Stage.INTERVIEW);
        assertThat(spells(timeline, 16))
                .containsExactly(
                        spell(Stage.APPLIED, 5, true),
                        spell(Stage.INTERVIEW, 1, false),
                        spell(Stage.INTERVIEW, 10, false));
        assertThat(Silence.of(timeline.build(), day(16)).replied()).isTrue();
        assertThat(spells(applied(1).ownStage(6, Stage.WITHDRAWN), 16)).containsExactly(spell(Stage.APPLIED, 6, false));
    }
}
