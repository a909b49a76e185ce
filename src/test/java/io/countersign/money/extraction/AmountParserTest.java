package io.countersign.money.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountParserTest {
    private final AmountParser parser = AmountParser.fromResources();

    private List<String> amounts(String text) {
        return parser.find(text).stream()
                .map(found -> found.amount().toPlainString() + " " + found.currency())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$1,234.56 | 1234.56 USD",
                "US$ 1,234.56 | 1234.56 USD",
                "US $12.00 | 12.00 USD",
                "$12.71 USD | 12.71 USD",
                "USD $5 | 5 USD",
                "USD 1,234.00 | 1234.00 USD",
                "12.71 USD | 12.71 USD",
                "$1,234 | 1234 USD",
                "$.99 | 0.99 USD",
                "$0.99/month | 0.99 USD",
                "1.234,56 € | 1234.56 EUR",
                "1.234,56 EUR | 1234.56 EUR",
                "EUR 1.234,56 | 1234.56 EUR",
                "€ 1.234,56 | 1234.56 EUR",
                "€1,234.56 | 1234.56 EUR",
                "19,99€ | 19.99 EUR",
                "12,- € | 12 EUR",
                "1 234,56 € | 1234.56 EUR",
                "1\u00a0234,56\u00a0€ | 1234.56 EUR",
                "1\u202f234,56 € | 1234.56 EUR",
                "CHF 1'234.50 | 1234.50 CHF",
                "CHF 1’234.50 | 1234.50 CHF",
                "Total CHF 45.00 | 45.00 CHF",
                "₹1,23,456.78 | 123456.78 INR",
                "Rs. 499 | 499 INR",
                "Rs.1,499.00 | 1499.00 INR",
                "Rs.85.00 | 85.00 INR",
                "Rs.85 | 85 INR",
                "INR 1,23,456.00 | 123456.00 INR",
                "Rs 500.00 | 500.00 INR",
                "£50.00 GBP | 50.00 GBP",
                "32.00 GBP | 32.00 GBP",
                "123,45 zł | 123.45 PLN",
                "1 234,00 zł | 1234.00 PLN",
                "6.00 PLN | 6.00 PLN",
                "R$ 1.234,56 | 1234.56 BRL",
                "R$99,90 | 99.90 BRL",
                "MX$1,234.00 | 1234.00 MXN",
                "$1,234.00 MXN | 1234.00 MXN",
                "C$45.10 | 45.10 CAD",
                "CA$45.10 | 45.10 CAD",
                "CAD 45.10 | 45.10 CAD",
                "CAD $45.10 | 45.10 CAD",
                "A$20.00 | 20.00 AUD",
                "AU $20.00 | 20.00 AUD",
                "NZ$20.00 | 20.00 NZD",
                "S$20.00 | 20.00 SGD",
                "HK$200.00 | 200.00 HKD",
                "NT$2,000 | 2000 TWD",
                "¥12,800 | 12800 JPY",
                "￥１２，８００ | 12800 JPY",
                "12,800円 | 12800 JPY",
                "₩15,000 | 15000 KRW",
                "15,000원 | 15000 KRW",
                "1 234:- | 1234 SEK",
                "1 234,50 kr | 1234.50 SEK",
                "kr 199,00 | 199.00 SEK",
                "199,00 SEK | 199.00 SEK",
                "NOK 1 299,00 | 1299.00 NOK",
                "349,00 DKK | 349.00 DKK",
                "1 299 Kč | 1299 CZK",
                "1 299,00 Kč | 1299.00 CZK",
                "12 990 HUF | 12990 HUF",
                "149,99 lei | 149.99 RON",
                "25,00 лв. | 25.00 BGN",
                "₺1.234,56 | 1234.56 TRY",
                "1 500 ₽ | 1500 RUB",
                "1500 руб. | 1500 RUB",
                "₪120.00 | 120.00 ILS",
                "฿1,250.00 | 1250.00 THB",
                "1.250.000 ₫ | 1250000 VND",
                "Rp 150.000 | 150000 IDR",
                "₱1,250.00 | 1250.00 PHP",
                "AED 120.00 | 120.00 AED",
                "12.500 KWD | 12.500 KWD",
                "BHD 3.250 | 3.250 BHD",
                "KWD 1,234.500 | 1234.500 KWD",
                "₦15,000.00 | 15000.00 NGN",
                "KSh 1,200.00 | 1200.00 KES",
                "S/ 45.90 | 45.90 PEN",
                "₴250,00 | 250.00 UAH",
                "CLP 12.990 | 12990 CLP",
                "-$5.00 | -5.00 USD",
                "$-5.00 | -5.00 USD",
                "−5,00 € | -5.00 EUR",
                "5,00- € | -5.00 EUR",
                "5,00 €- | -5.00 EUR",
                "-£0.50 | -0.50 GBP",
                "($5.00) | -5.00 USD",
                "Total$5.00 | 5.00 USD",
                "Qty 2 $5.00 | 5.00 USD",
                "Amount EUR: 45,00 | 45.00 EUR",
                "١٢٫٥٠٠ KWD | 12.500 KWD",
                "99,90 TL KDV dahil | 99.90 TRY",
            })
    void readsAmountsAsTheWorldWritesThem(String text, String expected) {
        assertThat(amounts(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.234 €",
                "€1,234",
                "1,234 KWD",
                "20% off",
                "$1.5 million",
                "$5M",
                "$50k",
                "order 112-5195239-8501054",
                "12.34.2020",
                "2 items",
                "XYZ 12.00",
                "Fr 15.01.",
                "PHP 5.12",
                "TRY 5.00 today",
                "$999999999999.00",
                "$1,23,45.6.7",
                "version 1.2.3",
                "0.0034521 USD",
                "A4 80 g",
                "12.40 km",
            })
    void abstains(String text) {
        assertThat(amounts(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50 € and 1.234 € | 12.50 EUR, 1234 EUR",
                "€12.50 and €1,234 | 12.50 EUR, 1234 EUR",
                "$10.00, billed in CAD | 10.00 CAD",
                "$10.00 Ontario, Canada | 10.00 CAD",
                "Total: $499.00, IVA, Ciudad de México, CDMX | 499.00 MXN",
                "Fr. 12.50 Zürich, Schweiz | 12.50 CHF",
                "Rs. 1,500 Karachi, Pakistan | 1500 PKR",
                "R1 299,00 Johannesburg, South Africa | 1299.00 ZAR",
                "kr 249,00 inkl. mva, Oslo, Norge | 249.00 NOK",
                "1 x 5,00 € = 5,00 € | 5.00 EUR, 5.00 EUR",
                "2 $ 5.00 | 5.00 USD",
                "$5.00 USD (CA$6.80) | 5.00 USD, 6.80 CAD",
            })
    void letsTheRestOfTheMailDecide(String text, String expected) {
        assertThat(String.join(", ", amounts(text))).isEqualTo(expected);
    }

    @Test
    void whatAnyLocaleWritesIsReadBack() {
        var random = new Random(7);
        var tags = List.of(
                "en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "nl-NL", "pl-PL", "sv-SE", "de-CH", "en-IN",
                "ja-JP", "cs-CZ", "da-DK", "en-GB", "ru-RU");
        for (int i = 0; i < 3000; i++) {
            var locale = Locale.forLanguageTag(tags.get(random.nextInt(tags.size())));
            var value = BigDecimal.valueOf(random.nextInt(100_000_000), 2);
            var format = java.text.NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(2);
            format.setMaximumFractionDigits(2);
            var written = format.format(value) + " EUR";
            assertThat(parser.find(written))
                    .as(locale + " " + written)
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.amount()).isEqualByComparingTo(value);
                        assertThat(found.currency()).isEqualTo("EUR");
                    });
        }
    }

    @Test
    void neverThrowsOnAnyText() {
        var random = new Random(11);
        var alphabet = "0123456789.,'  \u00a0-–($)€kr zł:/%ABCusd\t¥円";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            parser.find(text.toString());
        }
    }

    @Test
    void aHugeLineOfDigitsTakesNoTime() {
        assertThat(parser.find("1,".repeat(1_000_000))).isEmpty();
        assertThat(parser.find("$ ".repeat(1_000_000))).isEmpty();
    }
}
