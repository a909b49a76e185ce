package io.countersign.money.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.Examination;
import io.countersign.mail.MailParser;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.Understanding;
import io.countersign.money.PdfReading;
import io.countersign.money.PdfText;
import io.countersign.shared.CpuTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ReceiptEnricherTest {
    private static final ClassifyEnricher CLASSIFIER = new ClassifyEnricher(SenderHistory.none());

    private static final MoneyWords WORDS = MoneyWords.fromResources();

    private final MailParser parser = new MailParser();
    private final List<String> notes = new ArrayList<>();

    private Understanding understand(String raw, PdfText pdfs) {
        var bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var mail = parser.parse(bytes);
        var envelope = new Envelope(
                mail.messageId(),
                "",
                mail.from(),
                List.of(Address.NONE),
                mail.listId(),
                mail.subject(),
                mail.date().orElse(Instant.EPOCH),
                "",
                false,
                false,
                bytes.length);
        var examined = new Examination(mail, envelope, index -> parser.attachment(bytes, index), notes::add);
        return new ReceiptEnricher(WORDS, pdfs).enrich(examined, CLASSIFIER.enrich(examined, Understanding.unknown()));
    }

    private Understanding understand(String raw) {
        return understand(raw, _ -> new PdfReading.Unreadable("not now"));
    }

    private static String head(String from, String subject, String type) {
        return "From: " + from + "\nTo: alex@example.com\nSubject: " + subject
                + "\nDate: Tue, 12 Mar 2024 09:14:02 +0100\nMIME-Version: 1.0\nContent-Type: " + type + "\n\n";
    }

    private static String withPdf(String subject, String text, String... files) {
        var mail = new StringBuilder(
                head("Fotostudio Licht <office@licht-foto.example>", subject, "multipart/mixed; boundary=b"));
        mail.append("--b\nContent-Type: text/plain\n\n").append(text).append("\n");
        for (var file : files) {
            mail.append("--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"" + file
                    + "\"\n\n%PDF " + file + "\n");
        }
        return mail.append("--b--\n").toString();
    }

    private static final PdfText INVOICE = pdf -> new PdfReading.Text(List.of("""
            Fotostudio Licht
            Invoice number   FL-20931
            Invoice date     11 March 2024
            Portrait session        1    200,00 EUR
            VAT 19%                       38,00 EUR
            Total                        238,00 EUR
            """));

    @Test
    void findsTheAmountThatOnlyThePdfHas() {
        var found = understand(
                withPdf("Your invoice", "Please find your invoice attached.", "Invoice-FL-20931.pdf"), INVOICE);

        assertThat(found.receipts()).singleElement().satisfies(facts -> {
            assertThat(facts.amount())
                    .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("238.00"));
            assertThat(facts.currency()).contains("EUR");
            assertThat(facts.orderId()).contains("FL-20931");
            assertThat(facts.evidence()).isEqualTo("PDF Invoice-FL-20931.pdf, page 1: Total");
            assertThat(facts.merchant()).isEqualTo("Fotostudio Licht");
        });
        assertThat(found.category()).isEqualTo(Category.RECEIPT);
    }

    @Test
    void invoiceAndReceiptOfOneMailAreOneCharge() {
        var found = understand(
                withPdf(
                        "Your receipt",
                        "Your receipt is attached. Thank you for your payment.",
                        "Invoice-1.pdf",
                        "Receipt-1.pdf"),
                INVOICE);

        assertThat(found.receipts()).hasSize(1);
    }

    @Test
    void aPdfThatCannotBeReadBecomesANote() {
        understand(withPdf("Your invoice", "Please find your invoice attached.", "Invoice.pdf"));

        assertThat(notes).containsExactly("The PDF Invoice.pdf could not be read: not now");
    }

    @Test
    void aPdfOfOrdinaryMailIsNotOpened() {
        var opened = new AtomicInteger();

        understand(withPdf("Slides for Monday", "Hi, here are the slides.", "slides.pdf"), _ -> {
            opened.incrementAndGet();
            return new PdfReading.Unreadable("");
        });

        assertThat(opened).hasValue(0);
    }

    @Test
    void theAmountOfTheMailIsPreferredToThePdf() {
        var opened = new AtomicInteger();

        var found = understand(
                withPdf("Your receipt", "Thank you for your payment.\n\nAmount paid: 12.00 EUR", "Receipt.pdf"), _ -> {
                    opened.incrementAndGet();
                    return new PdfReading.Unreadable("");
                });

        assertThat(found.receipts()).extracting(ReceiptFacts::evidence).containsExactly("text: Amount paid:");
        assertThat(opened).hasValue(0);
    }

    @Test
    void aHugeTableTakesBoundedTime() {
        var html = new StringBuilder("<table>");
        while (html.length() < 5_000_000) {
            html.append("<tr><td>Thank you for your order</td><td>1,00 EUR</td><td>Total</td></tr>");
        }
        var raw = head("Shop <orders@shop.example>", "Your order", "text/html; charset=utf-8") + html;

        Assertions.assertThatCode(() -> understand(raw)).doesNotThrowAnyException();
        assertThat(CpuTime.of(() -> understand(raw))).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void deepNestingAndBrokenMarkupDoNoHarm() {
        var deep = "<table><tr><td>".repeat(20_000) + "Order total $5.00";
        var broken = "<script type=\"application/ld+json\">{\"@type\":\"Order\",\"price\":" + "[".repeat(5_000)
                + "</script>";

        understand(head("Shop <orders@shop.example>", "Your order", "text/html") + deep);
        understand(head("Shop <orders@shop.example>", "Your order", "text/html") + broken + "<p>Order total $5.00</p>");
    }

    @Test
    void anyMailIsReadWithoutFailing() {
        var random = new Random(3);
        var pieces = List.of(
                "Order total",
                "$",
                "1,234.56",
                "<td>",
                "</td><td>",
                "€",
                " 12,00 ",
                "<table>",
                "</table>",
                "Order #",
                "A-1234",
                "paid",
                "\t",
                "<br>",
                "Datum: 03.04.2024",
                "(",
                ")",
                "-",
                "Rs.",
                "schema.org",
                "<div itemscope itemtype=\"http://schema.org/Order\">",
                "<b itemprop=\"price\">9.99</b>",
                "to Acme",
                "Seller:",
                "=3D",
                "\n",
                "thank you for your order ",
                "0.00");
        for (int i = 0; i < 400; i++) {
            var body = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                body.append(pieces.get(random.nextInt(pieces.size())));
            }
            var type = random.nextBoolean() ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
            for (var facts : understand(head("Shop <orders@shop.example>", "Your order receipt", type) + body)
                    .receipts()) {
                assertThat(facts.confidence()).isBetween(0.0, 1.0);
                assertThat(facts.evidence()).hasSizeLessThanOrEqualTo(200);
                assertThat(facts.merchant()).isNotBlank();
            }
        }
    }

    @Test
    void mailFromHostilePlacesIsNeverAReceipt() {
        var mail = head("Shop <orders@shop.example>", "Your receipt", "text/plain")
                + "Thank you for your order.\nOrder number: A-1234\nTotal: $5.00";
        var bytes = mail.getBytes(StandardCharsets.UTF_8);
        var parsed = parser.parse(bytes);
        var envelope = new Envelope(
                "",
                "",
                parsed.from(),
                List.of(),
                parsed.listId(),
                parsed.subject(),
                Instant.EPOCH,
                "",
                false,
                false,
                1);
        var plain = Understanding.unknown();
        var risky = new Understanding(
                Category.SUSPICIOUS,
                1,
                List.of(),
                85,
                List.of(),
                plain.expiresAt(),
                plain.eventAt(),
                plain.ats(),
                List.of());

        var enricher = new ReceiptEnricher(_ -> new PdfReading.Unreadable(""));

        assertThat(enricher.enrich(Examination.of(parsed, envelope), risky)).isSameAs(risky);
        assertThat(enricher.enrich(Examination.of(parsed, envelope), plain).receipts())
                .hasSize(1);
    }
}
