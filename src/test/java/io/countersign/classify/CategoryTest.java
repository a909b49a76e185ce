package io.countersign.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Category;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One plain example of each kind of mail, and of what is easily taken for it. */
class CategoryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            careers@acme.example     | Your application to Acme          | Thank you for applying for the Engineer role. We received your application and will review it. | application_confirmation
            no-reply@greenhouse.io   | Thank you for applying            | Thank you for your interest. If you are not selected for this position, keep an eye on our jobs page. We have received your application. | application_confirmation
            bewerbung@firma.example  | Eingang Ihrer Bewerbung           | Vielen Dank für Ihre Bewerbung. Wir prüfen Ihre Unterlagen und melden uns in Kürze. | application_confirmation
            no-reply@greenhouse.io   | Thank you for applying            | Thank you for applying to Acme. After careful consideration we have decided to move forward with other candidates. | rejection
            hr@acme.example          | Your application                  | We enjoyed your interview but unfortunately will not be moving forward. | rejection
            jobs@firma.example       | Ihre Bewerbung                    | Leider müssen wir Ihnen mitteilen, dass wir uns für einen anderen Bewerber entschieden haben. | rejection
            talent@acme.example      | Next steps                        | We would like to invite you to an interview for the Engineer position. Please share your availability. | interview
            jobs@firma.example       | Einladung                         | Gern möchten wir Sie zu einem Vorstellungsgespräch einladen. | interview
            people@acme.example      | Offer letter                      | We are pleased to offer you the position of Engineer. Base salary is 90,000 EUR. | offer
            hr@acme.example          | Next step                         | Please complete the coding challenge on HackerRank. You have 72 hours for this timed assessment. | assessment
            sam@agency.example       | Engineer role                     | I came across your profile and think you would be a great match. Are you open to new opportunities? | recruiter_outreach
            jobalerts-noreply@linkedin.com | 12 new jobs for you         | New jobs matching your search. Easy Apply. View all jobs. | job_alert
            alert@stepstone.de       | Neue Stellenangebote für Sie      | Passende Jobs zu Ihrem Suchauftrag. Jetzt bewerben. | job_alert
            orders@store.example     | Your receipt from Store           | Thank you for your order. Order number 4711. Order total $ 12.50. | receipt
            service@laden.example    | Ihre Rechnung                     | Vielen Dank für Ihre Bestellung. Rechnungsnummer 4711, Gesamtbetrag 12,50 EUR inkl. MwSt. | receipt
            alerts@chase.com         | Your statement is ready           | Your monthly statement is now available. Payment due on the 25th. | finance
            no-reply@accounts.example | Password reset requested         | We received a request to reset your password. If this was not you, ignore this message. | security
            notification@facebookmail.com | You have new notifications   | Somebody commented on your photo. | social
            alerts@sentry.io         | New alert                         | Notification: new alert. Check dashboard. | notification
            noreply@eventbrite.com   | Your tickets are ready            | Access your tickets in your account. | event
            mom@example.org          | Dinner on Sunday                  | Hi dear, see you on the weekend? Let me know. Love, Mom | personal
            """)
    void eachKindIsRecognised(String from, String subject, String text, String category) {
        var mail = Mails.from("", from).subject(subject).text(text);
        assertThat(mail.category().id()).as(() -> mail.understood().toString()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            admissions@university.example | Application received         | Thank you for your application to our graduate program. The admissions committee decides in April.
            support@github.com       | OAuth application                 | A third-party OAuth application has been added to your account.
            news@school.example      | Application deadline              | The application deadline for the scholarship is near.
            me@acme.example          | Re: build                         | The patch was rejected from the tree, the interview with the maintainer is on YouTube.
            """)
    void whatOnlySoundsLikeAJobIsNone(String from, String subject, String text) {
        var mail = Mails.from("", from).subject(subject).text(text);
        assertThat(mail.category().isJobSearch())
                .as(() -> mail.understood().toString())
                .isFalse();
    }

    @Test
    void anUnfinishedApplicationIsNoConfirmation() {
        var mail = Mails.from("", "no-reply@greenhouse.io")
                .subject("You've started your application")
                .text("Finish your application to be considered for the role.");
        assertThat(mail.category()).isEqualTo(Category.NOTIFICATION);
    }

    @Test
    void aSaleIsAPromotionAndADigestANewsletter() {
        assertThat(Mails.campaign("20% off everything", "Shop now and save 20% with code FALL.")
                        .category())
                .isEqualTo(Category.PROMOTION);
        assertThat(Mails.from("Weekly", "newsletter@paper.example")
                        .header("List-Unsubscribe", "<https://paper.example/u>")
                        .subject("Weekly digest: what happened")
                        .text("In this issue: top stories. Read more.")
                        .category())
                .isEqualTo(Category.NEWSLETTER);
    }

    @Test
    void aDiscussionListIsPeopleTalkingWhateverItsUnsubscribeHeaderSays() {
        var mail = Mails.from("Kim via Users", "users@lists.example")
                .header("List-Id", "<users.lists.example>")
                .header("List-Post", "<mailto:users@lists.example>")
                .header("List-Unsubscribe", "<https://lists.example/u>")
                .subject("[Users] discount on boards, new jobs, interview")
                .text("Shop now, 20% off. Thank you for applying the patch.");
        assertThat(mail.category()).isEqualTo(Category.PERSONAL);
    }

    @Test
    void quotedLinesDoNotSpeakForTheMail() {
        var mail = Mails.from("Kim", "kim@acme.example")
                .subject("Re: question")
                .text("Sounds good, see you!\n\n> We are pleased to offer you the position of Engineer.\n");
        assertThat(mail.category()).isEqualTo(Category.PERSONAL);
    }

    @Test
    void theUsualCategoryOfASenderCounts() {
        var plain = Mails.from("", "info@club.example").subject("October").text("See the attached sheet.");
        var told = new ClassifyEnricher(
                address -> address.equals("info@club.example") ? Optional.of(Category.NEWSLETTER) : Optional.empty());
        var before = plain.understood();
        var after = plain.understoodBy(told);
        assertThat(after.category()).isEqualTo(Category.NEWSLETTER);
        assertThat(after.evidence().getFirst().detector()).isEqualTo("sender.history");
        assertThat(before.evidence()).noneMatch(evidence -> evidence.detector().equals("sender.history"));
    }

    @Test
    void evidenceNamesWhatWasSeenStrongestFirst() {
        var found = Mails.from("", "no-reply@greenhouse.io")
                .subject("Your application")
                .text("We have decided to move forward with other candidates.")
                .understood();
        assertThat(found.evidence().getFirst().detector()).isEqualTo("rejection.decided");
        assertThat(found.evidence().getFirst().seen()).contains("move forward with other");
        assertThat(found.categoryConfidence()).isBetween(0.8, 1.0);
    }

    @Test
    void gmailsOwnLabelsAreNotLookedAt() {
        var mail = Mails.from("Kim", "kim@example.org").subject("Hello").text("How are you?");
        var without = mail.understood();
        var with = mail.header("X-Gmail-Labels", "Inbox,Category Promotions").understood();
        assertThat(with).isEqualTo(without);
    }
}
