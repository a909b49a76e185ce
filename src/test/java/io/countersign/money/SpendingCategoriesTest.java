package io.countersign.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What charges are spent on. */
class SpendingCategoriesTest {
    private final MerchantKeys keys = MerchantKeys.load();
    private final SpendingCategories categories = SpendingCategories.load(keys);

    @Test
    void thereAreSixteenCategoriesAndOtherIsTheLast() {
        assertThat(categories.names())
                .containsExactlyInAnyOrder(
                        "travel",
                        "food",
                        "groceries",
                        "software",
                        "education",
                        "telecom",
                        "utilities",
                        "health",
                        "transport",
                        "entertainment",
                        "shopping",
                        "fees",
                        "donation",
                        "insurance",
                        "housing",
                        "other")
                .endsWith(SpendingCategories.OTHER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Uber                         | Your Thursday trip with Uber      | transport
            Uber Eats                    | Your order                        | food
            DoorDash                     | Order confirmation                | food
            Black & Brew Southside       | Online Order Receipt              | food
            Amazon.com                   | Your order has shipped            | shopping
            AMZN Mktp DE                 |                                   | shopping
            Lowe's                       | Your Purchase Receipt             | shopping
            DigitalOcean                 | Payment Receipt                   | software
            Deutsche Bahn AG             | Ihre Buchung                      | transport
            Deutsche Telekom GmbH        | Ihre Rechnung                     | telecom
            REWE Markt GmbH              | Ihr eBon                          | groceries
            Stadtwerke München           | Abschlag                          | utilities
            Bäckerei Huber               | Beleg                             | food
            Apotheke am Markt            | Beleg                             | health
            Biedronka                    | Paragon                           | groceries
            Lufthansa                    | Buchung                           | travel
            Spotify AB                   | Receipt                           | entertainment
            Coursera, Inc.               | Receipt                           | education
            Wikimedia Foundation, Inc.   | Thank you                         | donation
            Allianz SE                   | Beitrag                           | insurance
            Amazon Prime Video           | Receipt                           | entertainment
            Dr. Example                  | Your insurance premium payment    | insurance
            Example & Sons               | Rent payment received             | housing
            Example & Sons               | Thank you                         | other
            """)
    void theMerchantDecidesThenTheSubject(String merchant, String subject, String category) {
        assertThat(categories.of(keys.of(merchant), subject == null ? List.of() : List.of(subject)))
                .isEqualTo(category);
    }
}
