package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Stage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A person who says that an unsure mail is an offer is told by when it awaits the answer. */
class UnsureDeadlineTest {
    private static final LocalDate SENT = LocalDate.ofInstant(WrittenMails.SENT, ZoneOffset.UTC);

    private static AtsFacts in(String body) {
        return WrittenMails.understood("Vantor Talent <talent@vantor.example>", "Correction", body)
                .ats()
                .orElseThrow();
    }

    @Test
    void anUnsureMailThatMayBeAnOfferKeepsItsDeadline() {
        var facts = in(
                "The offer was sent in error: we are delighted to offer you the position was meant for somebody else."
                        + " We have decided not to move forward with your application. Please sign and return the offer letter"
                        + " within 5 days.");
        assertThat(facts.stage()).isEmpty();
        assertThat(facts.finding().candidates()).contains(Stage.OFFER);
        assertThat(facts.deadline()).contains(SENT.plusDays(5));
    }

    @Test
    void anUnsureMailThatMayBeNeitherOfferNorAssessmentHasNone() {
        var facts =
                in("The interview invitation was sent in error: we would like to invite you to an interview was meant"
                        + " for somebody else. We have decided not to move forward with your application. Please respond within 5"
                        + " days.");
        assertThat(facts.stage()).isEmpty();
        assertThat(facts.deadline()).isEmpty();
    }
}
