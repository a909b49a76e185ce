package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Stage;
import io.countersign.mail.Understanding;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the enricher writes, for which mail, and that hostile mail does no harm. */
class AtsEnricherTest {
    private static final String CONFIRMED =
            "Thank you for applying. We have received your application for Data Engineer.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Acme <no-reply@us.greenhouse-mail.io>            |                                                             | greenhouse
            Acme <acme@acme.example>                         | Return-Path: <bounce-1@bounce.lever.co>                     | lever
            Acme <acme@acme.example>                         | DKIM-Signature: v=1; a=rsa-sha256; d=smartrecruiters.com; s=a | smartrecruiters
            Acme <acme@acme.example>                         | Authentication-Results: mx; dkim=pass header.d=myworkday.com | workday
            Acme <acme@acme.example>                         | Authentication-Results: mx; spf=pass smtp.mailfrom=b@mail.ashbyhq.com | ashby
            Acme <acme@acme.example>                         | List-Unsubscribe: <https://acme.teamtailor.com/unsubscribe> | teamtailor
            Acme <acme@notgreenhouse.io>                     |                                                             | -
            Acme <noreply@acme.example>                      |                                                             | -
            LinkedIn <jobs-noreply@linkedin.com>             |                                                             | linkedin
            """)
    void theSystemShowsInSenderAndHeaders(String from, String header, String system) {
        var mail = WrittenMails.parsed(
                from, "Your application to Acme", "text/plain", CONFIRMED, header == null ? "" : header + "\r\n");
        assertThat(WrittenMails.understood(mail).ats().flatMap(AtsFacts::system).orElse("-"))
                .isEqualTo(system);
    }

    @Test
    void linksShowSystemAndEmployer() {
        var found = WrittenMails.understood(
                "notifications <no-reply@mailer.example>",
                "Application received",
                CONFIRMED
                        + "\nTrack it: https://jobs.lever.co/quillstack/1234 or https://boards.greenhouse.io/embed?gh_jid=889123");
        assertThat(found.ats().flatMap(AtsFacts::system)).contains("lever");
        assertThat(found.ats().flatMap(AtsFacts::company)).contains("Quillstack");
        assertThat(found.ats().flatMap(AtsFacts::applicationId)).contains("889123");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We received your job application (Job Number: 210573) | 210573
            Your application, Req ID 1694BR                       | 1694BR
            Ihre Bewerbung, Kennziffer: 2025-17                   | 2025-17
            Requisition #JR-10077 - application received          | JR-10077
            """)
    void theNumberOfTheOpeningIsRead(String subject, String id) {
        var found = WrittenMails.understood("Acme Careers <jobs@acme.example>", subject, CONFIRMED);
        assertThat(found.ats().flatMap(AtsFacts::applicationId)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Workable <noreply@candidates.workablemail.com>",
                "Greenhouse <no-reply@us.greenhouse-mail.io>",
                "LinkedIn <jobs-noreply@linkedin.com>",
                "Hiring Team <hiring@company.example>",
                "Careers <no-reply@icims.com>"
            })
    void aRelayIsNeverTheEmployer(String from) {
        var found = WrittenMails.understood(from, "Application received", CONFIRMED);
        assertThat(found.ats()).isPresent();
        assertThat(found.ats().flatMap(AtsFacts::company)).as(found.toString()).isEmpty();
    }

    @Test
    void aBoardThatIsItselfTheEmployerIsOne() {
        var found = WrittenMails.understood(
                "LinkedIn <jobs-noreply@linkedin.com>", "Alex, your application was sent to LinkedIn", "");
        assertThat(found.ats().flatMap(AtsFacts::company)).contains("LinkedIn");
    }

    @Test
    void aSureStageCorrectsTheCategoryWithItsEvidence() {
        var found = WrittenMails.understood(
                "Fenwick <talent@fenwick.example>",
                "Thank you for applying",
                "Thank you for applying. You will not be moving on to the next round for Line Planner.");
        assertThat(found.category()).isEqualTo(Category.REJECTION);
        assertThat(found.ats().flatMap(AtsFacts::stage)).contains(Stage.REJECTED);
        assertThat(found.ats().orElseThrow().finding().evidence()).isNotEmpty();
        assertThat(found.ats().orElseThrow().lastStageChange()).contains(WrittenMails.SENT);
        assertThat(found.ats().orElseThrow().ghostingRisk()).isZero();
    }

    @Test
    void anOfferKeepsTheDayByWhichItAwaitsAnAnswer() {
        var sent = WrittenMails.SENT.atZone(ZoneOffset.UTC).toLocalDate();
        var found = WrittenMails.understood(
                "Acme Careers <careers@acme.example>",
                "Your offer from Acme",
                "We are delighted to offer you the position of Data Engineer. Please sign and return the offer letter"
                        + " within 5 days.");
        assertThat(found.ats().flatMap(AtsFacts::stage)).contains(Stage.OFFER);
        assertThat(found.ats().flatMap(AtsFacts::deadline)).contains(sent.plusDays(5));
    }

    @Test
    void anUnsureMailKeepsItsCandidatesForAClick() {
        var found = WrittenMails.understood(
                "Vantor Talent <talent@vantor.example>",
                "Correction",
                "The interview invitation was sent in error: we would like to invite you to an interview was meant for"
                        + " somebody else. We have decided not to move forward with your application.");
        assertThat(found.ats().flatMap(AtsFacts::stage)).isEmpty();
        assertThat(found.ats().orElseThrow().finding().candidates()).contains(Stage.REJECTED, Stage.INTERVIEW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            applied   | If you are not selected for this position, keep an eye on our jobs page. We received your application.
            applied   | Thanks for applying. Should you be selected for an interview, we will contact you.
            applied   | Thanks for applying. We may invite you to interview.
            applied   | Thanks for applying. The next step would be an interview with the hiring manager.
            rejected  | The position has been filled. Thank you for your interest in the role.
            rejected  | You are not a fit at this time for the role. We keep your resume on file.
            interview | Your interview has been moved to a new time: Friday at 2 pm.
            none      | Unfortunately our office is closed until January.
            none      | Your application was viewed by the hiring team.
            none      | You've started your application for this role. Finish your application now.
            """)
    void conditionsAndPossibilitiesAreNoFacts(String stage, String text) {
        var found = WrittenMails.understood("Acme Careers <careers@acme.example>", "Your application", text);
        var got = WrittenMails.stage(found);
        assertThat(got.equals("nojob") ? "none" : got).as(found.toString()).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            interview | We have decided to move forward with a phone interview for the role.
            rejected  | We have decided to move forward with other candidates for the role.
            interview | We'd like to proceed with your application and invite you to an interview.
            rejected  | We'd like to tell you that we can't proceed with your application for the role.
            offer     | The team chose you over other candidates and we are happy to offer you the role.
            rejected  | The team chose another candidate over you and we are unable to offer you the role.
            interview | You were selected to interview for the position. Unfortunately we cannot meet on Monday; is Tuesday fine?
            rejected  | You were not selected to interview for the position. Fortunately we have other openings.
            offer     | Unfortunately we can't match your salary request, but we are pleased to extend an offer for the position.
            rejected  | Unfortunately we can't extend an offer for the position, but we were pleased to meet you.
            interview | Wir möchten Sie gern zu einem Vorstellungsgespräch einladen.
            rejected  | Wir können Sie leider nicht zu einem Vorstellungsgespräch einladen.
            offer     | Wir haben uns für Sie entschieden und senden Ihnen den Arbeitsvertrag.
            rejected  | Wir haben uns nicht für Sie entschieden und senden Ihnen Ihre Unterlagen zurück.
            """)
    void theSameWordsCanMeanTheOpposite(String stage, String text) {
        var found = WrittenMails.understood("Acme Careers <careers@acme.example>", "Your application", text);
        assertThat(WrittenMails.stage(found)).as(found.toString()).isEqualTo(stage);
    }

    @Test
    void quotedMailDoesNotSpeakForTheAnswer() {
        var found = WrittenMails.understood("Priya Nair <priya@corvane.example>", "Re: your application", """
                Hi Alex, thanks for asking. We'd like to invite you to an interview next week.

                On Mon, Sep 1, 2025 at 9:12 AM Alex Doe <alex@example.com> wrote:
                > Did you decide not to move forward with my application?
                """);
        assertThat(WrittenMails.stage(found)).isEqualTo("interview");
    }

    @Test
    void hostileMailAnnouncesNothing() {
        var found = WrittenMails.understood(
                "HR Department <acme.hiring.team@gmail.com>",
                "Job offer",
                "Congratulations! We are pleased to offer you the position of Data Entry Clerk at $ 900 weekly. Kindly add the"
                        + " hiring manager on Telegram. We will send you a check to purchase equipment from a certified vendor;"
                        + " send us your bank details and your SSN.");
        assertThat(found.riskScore()).isGreaterThanOrEqualTo(80);
        assertThat(found.category()).isEqualTo(Category.SUSPICIOUS);
        assertThat(found.ats()).isEmpty();
        assertThat(found.riskReasons())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).endsWith("."));
    }

    @Test
    void genuineMailIsNotSuspected() {
        for (var file : java.util.List.of("mails_1.txt", "mails_2.txt", "mails_3.txt", "mails_4.txt")) {
            for (var mail : WrittenMails.in(file)) {
                var found = WrittenMails.understood(mail.from(), mail.subject(), mail.body());
                assertThat(found.riskScore())
                        .as(mail + " " + found.riskReasons())
                        .isLessThan(50);
            }
        }
    }

    @Test
    void namesAreBounded() {
        var found = WrittenMails.understood(
                "A".repeat(10_000) + " Recruiting <jobs@acme.example>",
                "Your application to " + "B".repeat(10_000),
                "Thank you for applying to " + "Acme ".repeat(5_000) + ". We received your application for "
                        + "Engineer ".repeat(2_000));
        assertThat(found.ats()).isPresent();
        assertThat(found.ats().flatMap(AtsFacts::company).orElse("").length()).isLessThanOrEqualTo(80);
        assertThat(found.ats().flatMap(AtsFacts::role).orElse("").length()).isLessThanOrEqualTo(100);
    }

    @Test
    void noMixtureOfWordsThrows() {
        var words =
                ("application interview if not unless rejected Acme, Inc. at position of <b> | : - @ \u0000 ( ) https://x"
                                + " gh_jid= Tuesday 3 pm > On wrote: \n \n\n the for with received offer \ud83d\ude00 \u00a0 für Leider")
                        .split(" ", -1);
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (int k = 0; k < 1 + random.nextInt(60); k++) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(9) == 0 ? "\n" : " ");
            }
            var subject = text.substring(0, random.nextInt(text.length()));
            assertThatCode(() -> WrittenMails.understood("Acme <jobs@acme.example>", subject, text.toString()))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void mailAboutSomethingElseIsLeftAlone() {
        var found = WrittenMails.understood("Mom <mom@example.org>", "Dinner", "See you on Sunday, love.");
        assertThat(found.ats()).isEmpty();
        assertThat(found).extracting(Understanding::category).isEqualTo(Category.PERSONAL);
    }
}
