package io.countersign.ats.joining;

import static io.countersign.ats.joining.Letter.day;
import static io.countersign.mail.Stage.APPLIED;
import static io.countersign.mail.Stage.ASSESSMENT;
import static io.countersign.mail.Stage.INTERVIEW;
import static io.countersign.mail.Stage.OFFER;
import static io.countersign.mail.Stage.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.ApplicationState;
import io.countersign.ats.TimelineEntry;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mails of one application say about where it stands. */
class ApplicationStateTest extends JoiningTest {
    @Test
    void invitesWithOneUidAreOneApplicationAndTheNewestSequenceCounts() {
        var first = new CalendarInvite("u1", 0, false, Optional.of(day(20)));
        var moved = new CalendarInvite("u1", 1, false, Optional.of(day(22)));
        var late = new CalendarInvite("u1", 0, false, Optional.of(day(20)));
        var joined = join(
                Letter.of(1, 0, INTERVIEW, "Acme", "Cook").invite(first),
                Letter.of(2, 1).from("cal@other.example").invite(moved),
                Letter.of(3, 2).from("cal@other.example").invite(late));

        assertThat(mails(joined)).containsExactly(List.of(1L, 2L, 3L));
        assertThat(joined.applications().getFirst().state().interviewDate()).contains(day(22));
    }

    @Test
    void aCancelledTalkIsNoDate() {
        var joined = join(
                Letter.of(1, 0, INTERVIEW, "Acme", "Cook")
                        .invite(new CalendarInvite("u1", 0, false, Optional.of(day(20)))),
                Letter.of(2, 0.5, INTERVIEW, "Acme", "Cook").talk(20),
                Letter.of(3, 1).invite(new CalendarInvite("u1", 1, true, Optional.of(day(20)))));

        assertThat(joined.applications()).hasSize(1);
        assertThat(joined.applications().getFirst().state().interviewDate()).isEmpty();
    }

    @Test
    void aLaterInvitationRevivesAndTheFurthestStageIsKept() {
        var joined = join(
                Letter.of(1, 0, APPLIED, "Acme", "Cook"),
                Letter.of(2, 5, INTERVIEW, "Acme", "Cook"),
                Letter.of(3, 9, REJECTED, "Acme", "Cook"),
                Letter.of(4, 40, ASSESSMENT, "Acme", "Cook"));

        var state = joined.applications().getFirst().state();
        assertThat(state.stage()).isEqualTo(INTERVIEW);
        assertThat(state.lastStageChange()).contains(day(40));
        assertThat(state.lastHeard()).contains(day(40));
    }

    @ParameterizedTest
    @CsvSource({"1, 5, FOLLOW_UP", "1, 1.5, SENT"})
    void whoeverWritesIntoASilenceAsksForNews(double word, double sent, TimelineEntry.Kind kind) {
        var joined = join(
                Letter.of(1, word, APPLIED, "Acme", "Cook")
                        .from("ann@acme.example")
                        .thread(1),
                Letter.own(2, sent, "ann@acme.example").thread(1));

        assertThat(joined.applications().getFirst().timeline().getLast().kind()).isEqualTo(kind);
    }

    @Test
    void followUpsCountUntilTheOtherSideSpeaks() {
        var confirmed = Letter.of(1, 0, APPLIED, "Acme", "Cook")
                .from("ann@acme.example")
                .thread(1);
        var first = Letter.own(2, 8, "ann@acme.example").thread(1);
        var second = Letter.own(3, 16, "ann@acme.example").thread(1);
        var answer = Letter.of(4, 20).plain().from("ann@acme.example").thread(1);

        assertThat(state(confirmed, first, second).followUps()).isEqualTo(2);
        assertThat(state(confirmed, first, second).lastSent()).contains(day(16));
        assertThat(state(confirmed, first, second, answer).followUps()).isZero();
        assertThat(state(confirmed, first, second, answer).lastHeard()).contains(day(20));
    }

    private ApplicationState state(Letter... letters) {
        return join(letters).applications().getFirst().state();
    }

    @Test
    void answeringAnInvitationOrThankingForATalkIsNoFollowUp() {
        var invitation = Letter.of(1, 0, INTERVIEW, "Acme", "Cook")
                .talk(10)
                .from("ann@acme.example")
                .thread(1);
        var answer = Letter.own(2, 4, "ann@acme.example").thread(1);
        var thanks = Letter.own(3, 11, "ann@acme.example").thread(1);

        assertThat(state(invitation, answer, thanks).followUps()).isZero();
    }

    @Test
    void anUnsureMailAsksThePersonAndEndsTheSilence() {
        var application = join(
                        Letter.of(1, 0, APPLIED, "Acme", "Cook"),
                        Letter.of(2, 9).company("Acme").role("Cook").unsure(REJECTED, INTERVIEW))
                .applications()
                .getFirst();

        var entry = application.timeline().getLast();
        assertThat(entry.kind()).isEqualTo(TimelineEntry.Kind.UNSURE);
        assertThat(entry.stage()).contains(REJECTED);
        assertThat(entry.candidates()).containsExactly(REJECTED, INTERVIEW);
        assertThat(application.state().stage()).isEqualTo(APPLIED);
        assertThat(application.state().lastHeard()).contains(day(9));
    }

    @Test
    void whatMayBeATrapIsNoEvidence() {
        var joined = joiner.join(new JoinInput(
                List.of(
                        Letter.of(1, 0, OFFER, "Acme", "Cook").mail(),
                        risky(Letter.of(2, 1, Stage.HIRED, "Acme", "Cook"))),
                List.of(),
                List.of()));
        assertThat(joined.applications().getFirst().state().stage()).isEqualTo(OFFER);
    }

    private static AtsMail risky(Letter letter) {
        var message = letter.message();
        return new AtsMail(
                message.withUnderstanding(message.understanding().withRisk(66, List.of("asks for bank details"))),
                false);
    }
}
