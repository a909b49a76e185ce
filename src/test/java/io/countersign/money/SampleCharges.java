package io.countersign.money;

import io.countersign.mail.Address;
import io.countersign.mail.ChargeStatus;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.Understanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Made-up charges for tests. */
public final class SampleCharges {
    private static final List<String> MERCHANTS = List.of(
            "Rail Europe",
            "CloudHost",
            "Fresh Basket",
            "Kaffeewerk",
            "Trailhead Courses",
            "Stadtwerke",
            "Uber",
            "Bücherei Süd");
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "GBP");

    private SampleCharges() {}

    /** A mail that states one charge. */
    public static Statement statement(long id, String subject, ReceiptFacts facts) {
        var from = new Address(facts.merchant(), "billing@shop" + id % 7 + ".example");
        var day = facts.date().orElse(LocalDate.EPOCH);
        var envelope = new Envelope(
                "m" + id + "@example",
                "local",
                from,
                List.of(),
                Optional.empty(),
                subject,
                day.atTime(9, 30).toInstant(ZoneOffset.UTC),
                "",
                false,
                false,
                100);
        var state = new MailboxState("INBOX", List.of(), List.of(), true, false, false, false);
        return new Statement(new Message(id, id, 0, envelope, state, Understanding.unknown()), 0, facts, false);
    }

    /** A mail that says nothing. */
    static Message message(long id) {
        return statement(id, "", facts("", "1", "EUR", LocalDate.EPOCH)).message();
    }

    /** A receipt, paid. */
    public static ReceiptFacts facts(String merchant, String amount, String currency, LocalDate date) {
        return new ReceiptFacts(
                merchant,
                Optional.of(new BigDecimal(amount)),
                Optional.of(currency),
                Optional.of(date),
                amount.startsWith("-") ? ReceiptKind.REFUND : ReceiptKind.RECEIPT,
                ChargeStatus.CHARGED,
                Optional.empty(),
                "total in the mail",
                0.97);
    }

    /** What these mails state, as one charge. */
    public static Receipt receipt(String category, Statement... statements) {
        var facts = statements[0].facts();
        return new Receipt(
                facts.merchant(),
                facts.amount().orElseThrow(),
                facts.currency().orElseThrow(),
                facts.date().orElseThrow(),
                facts.kind(),
                facts.status(),
                facts.orderId(),
                category,
                facts.confidence(),
                List.of(statements));
    }

    /** A charge of one mail. */
    public static Receipt receipt(long id, String merchant, String amount, String currency, LocalDate date) {
        return receipt("other", statement(id, "Order " + (88_000 + id), facts(merchant, amount, currency, date)));
    }

    /** Many charges of the last three years before {@code newest}, newest first. */
    public static List<Receipt> many(int count, LocalDate newest, long seed) {
        var random = new Random(seed);
        var made = new ArrayList<Receipt>(count);
        for (int i = 0; i < count; i++) {
            var cents = BigDecimal.valueOf(random.nextInt(100, 20_000) * (random.nextInt(20) == 0 ? -1L : 1L), 2);
            made.add(receipt(
                    i + 1L,
                    MERCHANTS.get(random.nextInt(MERCHANTS.size())) + (i % 3 == 0 ? "" : " " + i % 40),
                    String.format(Locale.ROOT, "%s", cents),
                    CURRENCIES.get(random.nextInt(CURRENCIES.size())),
                    newest.minusDays((long) i * 1095 / count)));
        }
        return made;
    }
}
