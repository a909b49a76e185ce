package io.countersign.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an offer ends; the mails are of Monday 10 November 2025. */
class ExpiryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sale ends tonight!                             | 2025-11-10T23:59:59Z
            Today only: save 20%                           | 2025-11-10T23:59:59Z
            Offer ends tomorrow                            | 2025-11-11T23:59:59Z
            Save 20% until 13 November                     | 2025-11-13T23:59:59Z
            Save 20% until November 13th                   | 2025-11-13T23:59:59Z
            Valid through 01/15/2026                       | 2026-01-15T23:59:59Z
            Valid until 2025-12-01                         | 2025-12-01T23:59:59Z
            Expires on Nov 30, 2025                        | 2025-11-30T23:59:59Z
            Offer ends Sunday                              | 2025-11-16T23:59:59Z
            Sale ends Friday, November 14                  | 2025-11-14T23:59:59Z
            48 hours only                                  | 2025-11-12T23:59:59Z
            Your coupon expires in 3 days                  | 2025-11-13T23:59:59Z
            20 % Rabatt bis zum 13.11.                     | 2025-11-13T23:59:59Z
            20 % Rabatt, gültig bis 5. Januar 2026         | 2026-01-05T23:59:59Z
            Nur noch heute: 20 % Rabatt                    | 2025-11-10T23:59:59Z
            Angebot endet am 01.12.2025                    | 2025-12-01T23:59:59Z
            Noch 2 Tage: 20 % Rabatt                       | 2025-11-12T23:59:59Z
            Offer ends November 13 at 11:59 PM PST         | 2025-11-14T07:59:59Z
            Good through January 5                         | 2026-01-05T23:59:59Z
            """)
    void aStatedEndIsTheEndOfThatDay(String words, String end) {
        var found =
                Mails.campaign("A special offer: 20% off", words + " Shop now.").understood();
        assertThat(found.expiresAt()).as(found::toString).contains(Instant.parse(end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Valid until 03/04/2026", // March or April
                "Offer ends soon",
                "Valid until 31 February 2026",
                "Valid until 1 November 2019",
                "Valid until 13.5 percent are sold",
                "It never ends",
                "100 days left until the election",
                "Expires in 99999 days"
            })
    void anUnclearOrPastEndIsNone(String words) {
        var found = Mails.campaign("Hello from the shop", words + ". Shop now.").understood();
        assertThat(found.expiresAt()).as(found::toString).isEmpty();
    }

    @Test
    void theSubjectOutranksTheBody() {
        var found = Mails.campaign("Ends tonight: 20% off", "Gift cards are valid until 31 December 2025. Shop now.")
                .understood();
        assertThat(found.expiresAt()).contains(Instant.parse("2025-11-10T23:59:59Z"));
    }

    @Test
    void ofSeveralEndsTheLastCounts() {
        var found = Mails.campaign(
                        "20% off", "Offer ends 12 November. Free shipping: offer ends 14 November. Shop now.")
                .understood();
        assertThat(found.expiresAt()).contains(Instant.parse("2025-11-14T23:59:59Z"));
    }

    @Test
    void mailThatOffersNothingDoesNotEnd() {
        var found = Mails.from("Kim", "kim@example.org")
                .subject("Keys")
                .text("You can have my keys until 13 November, let me know. Love, Kim")
                .understood();
        assertThat(found.expiresAt()).isEmpty();
    }
}
