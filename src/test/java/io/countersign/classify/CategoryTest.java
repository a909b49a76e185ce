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
            alerts@board.example        | 17 new jobs for "backend engineer" in London | 17 new jobs match your alert. Java Engineer, Brightwell, London. See all jobs.
            noreply@board.example       | Your job alert: Java, remote                 | 6 new jobs match your alert. Cloud Engineer, remote. View jobs.
            jobalerts@board.example     | Java Engineer at Brightwell and 4 more       | Recommended jobs based on your activity. View jobs.
            jobagent@stellen.example    | 8 neue Stellen für „Entwickler“              | 8 neue Stellen für Ihre Suche. Entwickler in Köln. Alle Stellen ansehen.
            jobs-noreply@linkedin.com   | Jobs similar to Java Engineer                | Because you applied to Java Engineer at Brightwell: similar jobs. Easy Apply. View all jobs.
            donotreply@jobalert.indeed.com | 12 new java developer jobs in Leeds       | These jobs match your saved search. Be an early applicant.
            """)
    void aJobAlertSentInBulkIsAJobAlert(String from, String subject, String text) {
        isInBulk(from, subject, text, Category.JOB_ALERT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notifications@loop.example  | Ruth Ellery commented on your post           | "This matches what we saw." View comment.
            notifications@loop.example  | Samir Haddad wants to connect                | Staff Engineer. You have 3 connections in common. Accept.
            notify@loop.example         | You appeared in 9 searches this week         | People looked at profiles like yours. See all views.
            friends@facebookmail.com    | Ruth Ellery posted a photo                   | See the photo that Ruth added.
            notifications-noreply@linkedin.com | Kim shared an article                 | Kim and 4 others in your field reacted to it. See all updates.
            info@netz.example           | Kim Weber: neue Kontaktanfrage               | Kim Weber möchte sich mit Ihnen vernetzen. Annehmen.
            """)
    void aSocialNotificationSentInBulkIsASocialNotification(String from, String subject, String text) {
        isInBulk(from, subject, text, Category.SOCIAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            info@gather.example         | Meetup next week: threads in practice        | Thursday at 18:30 in the Loom Building. There will be pizza. RSVP
            events@queues.example       | Webinar invitation: queues without regret    | Join our free webinar on Monday at 16:00. Save your seat.
            hello@museum.example        | You're invited: opening night                | Join us on Friday at 19:00. Doors open at 18:30.
            info@verein.example         | Einladung zum Sommerfest                     | Wir laden Sie herzlich ein. Die Veranstaltung beginnt um 15 Uhr.
            noreply@eventbrite.com      | Northern Data Day is on Friday               | Your event starts in two days. See your tickets.
            """)
    void anInvitationSentInBulkIsAnEvent(String from, String subject, String text) {
        isInBulk(from, subject, text, Category.EVENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            editor@weekly.example       | Weekly #214: the quiet return of the database | In this issue: four systems replaced by one. From our job board: latest jobs for engineers. View all jobs.
            news@weekly.example         | The week in queues                            | Two essays and a talk. Our sponsor has 3 new jobs in Berlin. Read more.
            jonah@notes.example         | What to ask in a final round                  | By then you have done most of the convincing. Job alerts will not help you there.
            news@paper.example          | Morning briefing: economy adds 150,000 new jobs | Rents fell again. Read the briefing.
            editor@weekly.example       | The plan: reading without fear                | Start at the most indented line. We are also hosting a webinar next month: register now.
            marta@weekly.example        | Who follows whom                              | An essay about why nobody has liked your post, and what your network hides.
            """)
    void aNewsletterThatNamesAJobAnEventOrANetworkStaysANewsletter(String from, String subject, String text) {
        isInBulk(from, subject, text, Category.NEWSLETTER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deals@shop.example          | 20% off everything until Friday               | Shop now and save 20% with code FALL. You are invited to our private sale.
            learn@courses.example       | Ace your next interview: 60% off              | Jobs you may like need skills. Save 60% today only. Shop now.
            """)
    void anOfferThatNamesAJobOrInvitesStaysAPromotion(String from, String subject, String text) {
        isInBulk(from, subject, text, Category.PROMOTION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-reply@greenhouse-mail.io | Thank you for applying to Brightwell     | Thank you for applying for the Java Engineer role. We received your application and will review it. | application_confirmation
            jobs-noreply@linkedin.com   | Your application was sent to Brightwell  | Your application was sent to Brightwell for the role of Java Engineer.                               | application_confirmation
            careers@brightwell.example  | Your application                         | Thank you for applying for the position. We received your application and will review it.            | application_confirmation
            no-reply@hire.lever.co      | Your application to Brightwell           | After careful consideration we have decided to move forward with other candidates.                   | rejection
            careers@brightwell.example  | Your application to Brightwell           | After careful consideration we have decided to move forward with other candidates for the role.      | rejection
            no-reply@ashbyhq.com        | Interview with Brightwell                | We would like to invite you to an interview for the Engineer position. Please share your availability. | interview
            no-reply@greenhouse-mail.io | Next step                                | Please complete the coding challenge on HackerRank for the role. You have 72 hours.                  | assessment
            """)
    void jobMailThatRecommendsOtherJobsStaysWhatItIs(String from, String subject, String text, String category) {
        isInBulk(from, subject, text + " Jobs you may like: Kotlin Engineer, Leeds. View all jobs.", of(category));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            security@facebookmail.com   | New sign-in to your account              | We noticed a new sign-in from a new device. If this was not you, reset your password.          | security
            security-noreply@linkedin.com | Reset your password                    | Someone asked to reset your password. Use this security code: 123456.                          | security
            notifications@github.com    | [acme/app] Build failed                  | Build failed: test (2 of 141). Kim mentioned you in this pull request.                         | notification
            inmail-hit-reply@linkedin.com | Kim sent you a message                 | I came across your profile. I am recruiting for a Java Engineer role. Are you open to new opportunities? | recruiter_outreach
            """)
    void whatANetworkOrAToolSendsForAnotherReasonIsThat(String from, String subject, String text, String category) {
        var mail = Mails.from("", from)
                .header("List-Unsubscribe", "<https://www.example.org/u>")
                .subject(subject)
                .text(text + "\n\nThis email was sent to me@example.net.");
        assertThat(mail.category()).as(() -> mail.understood().toString()).isEqualTo(of(category));
    }

    @Test
    void bulkSendingAloneSpeaksForNoKindButNewslettersAndPromotions() {
        var found = Mails.from("Slow Kitchen", "marta@kitchen.example")
                .subject("Beans, and patience")
                .text("Soak them tonight, forget them tomorrow. A pot of beans feeds you until Wednesday.")
                .inBulk()
                .understood();
        assertThat(found.category()).isEqualTo(Category.NEWSLETTER);
        assertThat(found.categoryConfidence()).isGreaterThan(0.6);
    }

    private static void isInBulk(String from, String subject, String text, Category category) {
        var mail = Mails.from("", from).subject(subject).text(text).inBulk();
        assertThat(mail.category()).as(() -> mail.understood().toString()).isEqualTo(category);
    }

    private static Category of(String id) {
        return Category.of(id).orElseThrow();
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
