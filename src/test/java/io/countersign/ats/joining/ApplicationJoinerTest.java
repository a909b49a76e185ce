package io.countersign.ats.joining;

import static io.countersign.ats.joining.Letter.day;
import static io.countersign.mail.Stage.APPLIED;
import static io.countersign.mail.Stage.INTERVIEW;
import static io.countersign.mail.Stage.OFFER;
import static io.countersign.mail.Stage.REJECTED;
import static io.countersign.mail.Stage.SCREENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.ApplicationSource;
import io.countersign.ats.JoinQuestion;
import io.countersign.ats.Provenance;
import io.countersign.mail.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mails become one application. */
class ApplicationJoinerTest extends JoiningTest {
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
    void aNameOfTenThousandLettersIsCut() {
        var application = join(Letter.of(1, 0, APPLIED, "Acme ".repeat(2000), "Cook ".repeat(2000)))
                .applications()
                .getFirst();

        assertThat(application.company()).hasSizeLessThanOrEqualTo(Application.LONGEST_NAME);
        assertThat(application.role()).hasSizeLessThanOrEqualTo(Application.LONGEST_NAME);
    }
}
