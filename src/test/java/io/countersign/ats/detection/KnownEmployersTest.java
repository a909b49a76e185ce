package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.Examination;
import io.countersign.mail.Stage;
import io.countersign.mail.Understanding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes readable once the sender is known from other mail. */
class KnownEmployersTest {
    private static final long APPLICATION = 7;
    private static final long OTHER = 8;
    private static final KnownEmployers KNOWN = new KnownEmployers() {
        @Override
        public Optional<String> companyOf(String senderDomain) {
            return senderDomain.equals("carbonleaf.example") ? Optional.of("Carbonleaf") : Optional.empty();
        }

        @Override
        public boolean isKnownThread(long threadId) {
            return threadId == APPLICATION;
        }
    };

    private final ClassifyEnricher classify = new ClassifyEnricher(SenderHistory.none());
    private final AtsEnricher ats = new AtsEnricher();

    private Understanding read(String from, String subject, String body, long thread) {
        return read(from, subject, body, thread, false);
    }

    private Understanding read(String from, String subject, String body, long thread, boolean unsubscribable) {
        var mail = WrittenMails.parsed(from, subject, "text/plain", body, "");
        var envelope = new Envelope(
                mail.messageId(),
                "",
                mail.from(),
                mail.to(),
                mail.listId(),
                mail.subject(),
                WrittenMails.SENT,
                "",
                false,
                unsubscribable,
                0);
        var examined = Examination.of(mail, envelope);
        return ats.enrich(examined, classify.enrich(examined, Understanding.unknown()), KNOWN, thread);
    }

    @Test
    void anAnswerInTheConversationOfAnApplicationNeedsNoWordsAboutAJob() {
        var body = "Hi Alex, in the end we've gone with someone whose background is nearer to what we do. Sorry!";
        assertThat(read("Marta <marta@mailer.example>", "Re: Thursday", body, APPLICATION)
                        .ats()
                        .flatMap(AtsFacts::stage))
                .contains(Stage.REJECTED);
        assertThat(read("Marta <marta@mailer.example>", "Re: Thursday", body, OTHER)
                        .ats())
                .isEmpty();
    }

    @Test
    void anAnswerWithoutNewsBelongsToTheApplicationAndAnnouncesNothing() {
        var found = read(
                "Marta <marta@mailer.example>", "Re: Thursday", "Thanks, will do. Have a nice weekend!", APPLICATION);
        assertThat(found.ats()).isPresent();
        assertThat(found.ats().flatMap(AtsFacts::stage)).isEmpty();
    }

    @Test
    void thePeopleOfAKnownEmployerWriteForIt() {
        var found = read(
                "Marta <marta@people.carbonleaf.example>",
                "Next week",
                "Hi Alex, would Tuesday at 10 be convenient for a conversation with our director?",
                OTHER);
        assertThat(found.ats().flatMap(AtsFacts::company)).contains("Carbonleaf");
        assertThat(found.ats().flatMap(AtsFacts::stage).filter(Stage::isInterview))
                .isPresent();
    }

    @Test
    void whatAnEmployerSendsToItsCustomersIsNoJobMail() {
        var found = read(
                "Carbonleaf Shop <shop@carbonleaf.example>",
                "Your receipt",
                "Thank you for your order. Total: $20.00. It will arrive on Tuesday. Call us with questions.",
                OTHER);
        assertThat(found.ats()).isEmpty();
    }

    @Test
    void anAlertAboutItsJobsIsNoWordAboutTheApplication() {
        var found = read(
                "Carbonleaf <news@carbonleaf.example>",
                "5 new jobs for you",
                "Hi Alex, would Tuesday at 10 be convenient for a conversation with our director?",
                OTHER);
        assertThat(found.category()).isEqualTo(Category.JOB_ALERT);
        assertThat(found.ats()).isEmpty();
    }

    @Test
    void anEventForEverybodyIsNoInterview() {
        var body = "Hi Alex, would Tuesday at 10 be convenient for a conversation with our director?";
        var toAll = read("Carbonleaf <events@carbonleaf.example>", "You're invited", body, OTHER, true);
        var toOne = read("Carbonleaf <events@carbonleaf.example>", "You're invited", body, OTHER);
        assertThat(toAll.category()).isEqualTo(Category.EVENT);
        assertThat(toAll.ats()).isEmpty();
        assertThat(toOne.ats()).isPresent();
    }
}
