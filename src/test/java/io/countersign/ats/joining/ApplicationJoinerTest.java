package io.countersign.ats.joining;

import static io.countersign.ats.joining.Letter.day;
import static io.countersign.mail.Stage.APPLIED;
import static io.countersign.mail.Stage.ASSESSMENT;
import static io.countersign.mail.Stage.INTERVIEW;
import static io.countersign.mail.Stage.OFFER;
import static io.countersign.mail.Stage.REJECTED;
import static io.countersign.mail.Stage.SCREENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.ApplicationSource;
import io.countersign.ats.ApplicationState;
import io.countersign.ats.JoinQuestion;
import io.countersign.ats.Provenance;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.WarehouseRow;
import io.countersign.ats.WarehouseRows;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.Category;
import io.countersign.mail.Stage;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mails become one application. */
class ApplicationJoinerTest {
    private final ApplicationJoiner joiner = new ApplicationJoiner(ZoneOffset.UTC);

    private JoinedApplications join(Letter... letters) {
        return joiner.join(
                new JoinInput(Arrays.stream(letters).map(Letter::mail).toList(), List.of(), List.of()));
    }

    private List<List<Long>> mails(Letter... letters) {
        return mails(join(letters));
    }

    private static List<List<Long>> mails(JoinedApplications joined) {
        return joined.applications().stream().map(Application::messageIds).toList();
    }

    @Test
    void mailsOfOneRoleAtOneEmployerAreOneApplication() {
        var joined = join(
                Letter.of(1, 0, APPLIED, "Acme Robotics GmbH", "Backend Engineer (m/w/d)"),
                Letter.of(2, 9, SCREENING, "Acme Robotics", "Senior Backend Engineer"),
                Letter.of(3, 20, REJECTED, "ACME ROBOTICS", ""));

        assertThat(mails(joined)).containsExactly(List.of(1L, 2L, 3L));
        var application = joined.applications().getFirst();
        assertThat(application.id()).isEqualTo(new ApplicationId(Provenance.MAIL, 1));
        assertThat(application.state().stage()).isEqualTo(REJECTED);
        assertThat(application.state().furthest()).isEqualTo(SCREENING);
        assertThat(application.state().appliedAt()).contains(day(0));
    }

    @Test
    void twoRolesAtOneEmployerAreKeptApart() {
        assertThat(mails(
                        Letter.of(1, 0, APPLIED, "Corvane", "Software Engineer, Payments")
                                .number("R-104417"),
                        Letter.of(2, 1, APPLIED, "Corvane", "Software Engineer, Data")
                                .number("R-104862"),
                        Letter.of(3, 12, REJECTED, "Corvane", "Software Engineer, Payments")))
                .containsExactly(List.of(1L, 3L), List.of(2L));
    }

    @Test
    void twoOpeningsWithOneNameAreToldApartByTheirNumbers() {
        assertThat(mails(
                        Letter.of(1, 0, APPLIED, "Corvane", "Software Engineer").number("R-1001"),
                        Letter.of(2, 1, APPLIED, "Corvane", "Software Engineer").number("R-1002"),
                        Letter.of(3, 12, REJECTED, "Corvane", "").number("r 1002")))
                .containsExactly(List.of(1L), List.of(2L, 3L));
    }

    @Test
    void whatNamesNoRoleGoesToTheOnlyOpenApplication() {
        assertThat(mails(
                        Letter.of(1, 0, APPLIED, "Acme", "Cook"),
                        Letter.of(2, 1, APPLIED, "Acme", "Baker"),
                        Letter.of(3, 5, REJECTED, "Acme", "Cook"),
                        Letter.of(4, 9, INTERVIEW, "Acme", "")))
                .containsExactly(List.of(1L, 3L), List.of(2L, 4L));
    }

    @Test
    void aTieIsAskedAndKeptApart() {
        var joined = join(
                Letter.of(1, 0, APPLIED, "Acme", "Cook"),
                Letter.of(2, 1, APPLIED, "Acme", "Baker"),
                Letter.of(3, 9, REJECTED, "Acme", ""));

        assertThat(mails(joined)).containsExactly(List.of(1L), List.of(2L), List.of(3L));
        assertThat(joined.questions())
                .containsExactly(new JoinQuestion(
                        new ApplicationId(Provenance.MAIL, 3),
                        List.of(new ApplicationId(Provenance.MAIL, 2), new ApplicationId(Provenance.MAIL, 1))));
    }

    @Test
    void anEmployerIsSpelledAsItWritesItself() {
        var joined = join(Letter.of(1, 0, APPLIED, "Acmefoods", "Cook").from("Acme Foods@acmefoods.example"));

        assertThat(joined.applications()).extracting(Application::company).containsExactly("Acme Foods");
    }

    @Test
    void whoWroteBeforeBreaksTheTie() {
        assertThat(mails(
                        Letter.of(1, 0, APPLIED, "Acme", "Cook"),
                        Letter.of(2, 1, APPLIED, "Acme", "Baker"),
                        Letter.of(3, 4, SCREENING, "Acme", "Cook").from("ann@acme.example"),
                        Letter.of(4, 9, INTERVIEW, "Acme", "").from("ann@acme.example")))
                .containsExactly(List.of(1L, 3L, 4L), List.of(2L));
    }

    @ParameterizedTest
    @CsvSource({
        "Acme Robotics, Acme Robotics Europe, true",
        "Acme, Acme Health, true",
        "Bank of America, Bank of England, false",
        "AT&T, AT & T, true",
        "LumoraHealth, Lumora Health, true",
        "Delta Dental, Delta Airlines, false",
        "Workable, Workday, false"
    })
    void namesThatShareHalfTheirWordsAreOneEmployer(String one, String other, boolean same) {
        assertThat(mails(Letter.of(1, 0, APPLIED, one, "Cook"), Letter.of(2, 5, REJECTED, other, "Cook")))
                .hasSize(same ? 1 : 2);
    }

    @Test
    void aNameThatMayBeTwoEmployersIsNeither() {
        assertThat(mails(
                        Letter.of(1, 0, APPLIED, "Acme Bank", "Cook"),
                        Letter.of(2, 1, APPLIED, "Acme Health", "Cook"),
                        Letter.of(3, 9, REJECTED, "Acme", "Cook")))
                .hasSize(3);
    }

    @Test
    void aRecruitersDomainLinksLaterMailOfItsPeople() {
        var joined = join(
                Letter.of(1, 0, APPLIED, "Lumora Health", "Cook").system("lever"),
                Letter.of(2, 4, SCREENING, "Lumora Health", "Cook").from("dana@lumora.example"),
                Letter.of(3, 9, OFFER, "", "").from("samir@mail.lumora.example"));

        assertThat(mails(joined)).containsExactly(List.of(1L, 2L, 3L));
        assertThat(joined.employers().companyOf("lumora.example")).contains("Lumora Health");
        assertThat(joined.employers().companyOf("greenhouse-mail.io")).isEmpty();
        assertThat(joined.employers().isKnownThread(2)).isTrue();
        assertThat(joined.employers().isKnownThread(4)).isFalse();
    }

    @Test
    void relaysAndPrivateMailboxesBelongToNoEmployer() {
        assertThat(mails(
                        Letter.of(1, 0, APPLIED, "Acme", "Cook"),
                        Letter.of(2, 1, REJECTED, "", ""),
                        Letter.of(3, 2, INTERVIEW, "Acme", "Cook").from("ann@gmail.com"),
                        Letter.of(4, 3, INTERVIEW, "", "").from("bob@gmail.com")))
                .containsExactly(List.of(1L, 3L), List.of(2L), List.of(4L));
    }

    @Test
    void aConversationIsOneApplicationUnlessItNamesSeveral() {
        assertThat(mails(
                        Letter.own(1, 0, "jobs@oakhaven.example").thread(1),
                        Letter.of(2, 3, APPLIED, "Oakhaven", "")
                                .from("miriam@oakhaven.example")
                                .thread(1),
                        Letter.of(3, 4, APPLIED, "Acme", "Cook").thread(9),
                        Letter.of(4, 5, APPLIED, "Globex", "Cook").thread(9),
                        Letter.of(5, 6).plain().from("x@globex.example").thread(9)))
                .containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L, 5L));
    }

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
    void applyingAgainLongAfterTheEndIsAnotherApplication() {
        assertThat(mails(
                        Letter.of(1, 0, APPLIED, "Acme", "Cook"),
                        Letter.of(2, 10, REJECTED, "Acme", ""),
                        Letter.of(3, 90, APPLIED, "Acme", "Cook"),
                        Letter.of(4, 99, REJECTED, "Acme", "Cook")))
                .containsExactly(List.of(1L, 2L), List.of(3L, 4L));
    }

    @Test
    void aSecondConfirmationSoonAfterIsOfTheSame() {
        assertThat(mails(
                        Letter.of(1, 0, APPLIED, "Acme", "Cook").system("linkedin"),
                        Letter.of(2, 0.1, APPLIED, "Acme", ""),
                        Letter.of(3, 40, APPLIED, "Acme", "Cook")))
                .containsExactly(List.of(1L, 2L, 3L));
        assertThat(mails(Letter.of(1, 0, APPLIED, "Acme", ""), Letter.of(2, 12, APPLIED, "Acme", "")))
                .hasSize(2);
    }

    @Test
    void alertsAndOutreachAloneAreNoApplications() {
        var outreach = Letter.of(1, 0).company("Acme").role("Cook").category(Category.RECRUITER_OUTREACH);
        var alert = Letter.of(2, 1).company("Acme").category(Category.JOB_ALERT);

        assertThat(mails(outreach, alert)).isEmpty();
        assertThat(mails(
                        outreach.from("ann@acme.example"),
                        Letter.own(3, 1, "ann@acme.example").thread(1)))
                .containsExactly(List.of(1L, 3L));
        assertThat(join(
                                outreach.from("ann@acme.example"),
                                Letter.own(3, 1, "ann@acme.example").thread(1))
                        .applications()
                        .getFirst()
                        .source())
                .isEqualTo(ApplicationSource.RECRUITER);
    }

    @Test
    void aBoardIsHowOnePersonAppliedNotWhere() {
        var application = join(Letter.of(1, 0, APPLIED, "Acme", "Cook").system("linkedin"))
                .applications()
                .getFirst();
        assertThat(application.source()).isEqualTo(ApplicationSource.BOARD);
        assertThat(application.company()).isEqualTo("Acme");
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
    void aNameOfTenThousandLettersIsCut() {
        var application = join(Letter.of(1, 0, APPLIED, "Acme ".repeat(2000), "Cook ".repeat(2000)))
                .applications()
                .getFirst();

        assertThat(application.company()).hasSizeLessThanOrEqualTo(Application.LONGEST_NAME);
        assertThat(application.role()).hasSizeLessThanOrEqualTo(Application.LONGEST_NAME);
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

    @Test
    void aWarehouseAddsWhatMailDoesNotSayAndTheNewestWins() {
        var row = row("A-7", "Acme", "Cook", Optional.of(INTERVIEW), 12);
        var other = row("A-8", "Globex", "Clerk", Optional.of(APPLIED), 3);
        var joined = joiner.join(new JoinInput(
                List.of(
                        Letter.of(1, 0, APPLIED, "Acme", "Cook").mail(),
                        Letter.of(2, 20, REJECTED, "Acme", "Cook").mail()),
                List.of(),
                List.of(new WarehouseRows.Numbered(4, row), new WarehouseRows.Numbered(5, other))));

        assertThat(joined.applications()).extracting(one -> one.id().toString()).containsExactly("m1", "w5");
        var state = joined.applications().getFirst().state();
        assertThat(state.stage()).isEqualTo(REJECTED);
        assertThat(state.furthest()).isEqualTo(INTERVIEW);
        assertThat(joined.applications().getFirst().timeline())
                .extracting(TimelineEntry::provenance)
                .containsExactly(Provenance.MAIL, Provenance.WAREHOUSE, Provenance.MAIL);
    }

    private static WarehouseRow row(String id, String company, String role, Optional<Stage> stage, double day) {
        return new WarehouseRow(
                id, "workday", company, Letter.ME, stage, Optional.of(day(day)), Optional.empty(), Optional.of(role));
    }

    @Test
    void rowsOfOtherCandidatesAreNotThePersons() {
        var own = row("A-7", "Acme", "Cook", Optional.of(INTERVIEW), 12);
        var others = new WarehouseRow(
                "A-9",
                "workday",
                "Globex",
                "somebody@else.example",
                Optional.of(OFFER),
                Optional.of(day(3)),
                Optional.empty(),
                Optional.empty());
        var joined = joiner.join(new JoinInput(
                List.of(Letter.of(1, 0, APPLIED, "Acme", "Cook").mail()),
                List.of(),
                List.of(new WarehouseRows.Numbered(4, own), new WarehouseRows.Numbered(5, others))));

        assertThat(joined.applications()).hasSize(1);
    }
}
