package io.countersign.money;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.Understanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The receipts of a made-up year before {@link #TODAY}, as a person would have them. */
public final class SampleDesk {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<Receipt> receipts = new ArrayList<>();
    private final InMemoryMail mail = new InMemoryMail();
    private final InMemoryMoney money = new InMemoryMoney();
    private long next = 1;

    private SampleDesk() {}

    /** What is on the desk, and the mails behind it. */
    public record Filled(InMemoryMoney money, InMemoryMail mail) {}

    /** A desk with everything on it that the screen can show. */
    public static Filled fill() {
        var desk = new SampleDesk();
        desk.months();
        desk.oddities();
        desk.money.with(desk.receipts);
        desk.suspicions();
        desk.subscriptions();
        return new Filled(desk.money, desk.mail);
    }

    private void months() {
        for (int back = 0; back < 12; back++) {
            var first = TODAY.minusMonths(back).withDayOfMonth(1);
            charge(
                    "CloudHost",
                    "24.00",
                    "USD",
                    first.plusDays(20 - back % 2),
                    ReceiptKind.SUBSCRIPTION,
                    "software",
                    "Invoice 2026-" + (1107 - back * 13),
                    "PDF, page 1");
            charge(
                    "Stadtwerke",
                    (920 + back * 14) % 300 + 61 + ".40",
                    "EUR",
                    first.plusDays(13),
                    ReceiptKind.INVOICE,
                    "utilities",
                    "Abschlag " + first.getMonthValue() + "/" + first.getYear(),
                    "PDF, page 2: Rechnungsbetrag");
            charge(
                    "Fresh Basket",
                    40 + back * 7 % 31 + ".90",
                    "EUR",
                    first.plusDays(17),
                    ReceiptKind.RECEIPT,
                    "groceries",
                    "Order " + (88_213 - back * 61),
                    "markup of the mail");
            charge(
                    "Fresh Basket",
                    35 + back * 11 % 41 + ".15",
                    "EUR",
                    first.plusDays(4),
                    ReceiptKind.RECEIPT,
                    "groceries",
                    "Order " + (88_190 - back * 61),
                    "total in the mail");
            charge(
                    "Uber",
                    12 + back * 5 % 23 + ".80",
                    "USD",
                    first.plusDays(11),
                    ReceiptKind.RECEIPT,
                    "transport",
                    "Your Tuesday trip with Uber",
                    "labelled Total in the mail");
            charge(
                    "Rail Europe",
                    59 + back * 17 % 70 + ".90",
                    "EUR",
                    first.plusDays(back % 3 + 2),
                    ReceiptKind.RECEIPT,
                    "travel",
                    "Booking QX7RT" + (char) ('A' + back),
                    "total in the mail");
            if (back % 3 == 0) {
                charge(
                        "Trailhead Courses",
                        "129.00",
                        "USD",
                        first.plusDays(14),
                        ReceiptKind.RECEIPT,
                        "education",
                        "SQL for analysts, part " + (4 - back / 3),
                        "markup of the mail");
                charge(
                        "Bücherei Süd",
                        "18.00",
                        "EUR",
                        first.plusDays(7),
                        ReceiptKind.RECEIPT,
                        "education",
                        "Jahresbeitrag und Mahngebühr",
                        "Summe in the mail");
                charge(
                        "Kaffeewerk",
                        "-18.50",
                        "EUR",
                        first.plusDays(16),
                        ReceiptKind.REFUND,
                        "food",
                        "Refund for order 5521",
                        "total in the mail");
                charge(
                        "Acme Payroll",
                        "2400.00",
                        "EUR",
                        first.plusDays(1),
                        ReceiptKind.INCOME,
                        "other",
                        "Your payout",
                        "total in the mail");
            }
            if (back % 4 == 1) {
                charge(
                        "Kaffeewerk",
                        "31.20",
                        "EUR",
                        first.plusDays(9),
                        ReceiptKind.ORDER,
                        "food",
                        "Bestellung 5521",
                        "Gesamtsumme in the mail");
                charge(
                        "British Museum Shop and Members’ Association, London, United Kingdom",
                        "44.10",
                        "GBP",
                        first.plusDays(6),
                        ReceiptKind.RECEIPT,
                        "entertainment",
                        "Thank you for your order of three prints and a very long catalogue",
                        "total in the mail");
            }
        }
    }

    private void oddities() {
        charge(
                "ספרים בע״מ",
                "89.90",
                "ILS",
                TODAY.minusDays(9),
                ReceiptKind.RECEIPT,
                "shopping",
                "ההזמנה שלך 1042",
                "total in the mail");
        charge(
                "Fresh Basket",
                "69.90",
                "EUR",
                TODAY.minusDays(5),
                ReceiptKind.RECEIPT,
                "groceries",
                "Order 88207",
                "total in the mail");
        charge(
                "Fresh Basket",
                "69.90",
                "EUR",
                TODAY.minusDays(3),
                ReceiptKind.RECEIPT,
                "groceries",
                "Order 88213",
                "markup of the mail");
        charge(
                "Sotto Fitness",
                "69.90",
                "EUR",
                TODAY.minusDays(40),
                ReceiptKind.BANK_ALERT,
                "health",
                "Card payment at SOTTO FITNESS",
                "amount in the mail");
        charge(
                "Sotto Fitness",
                "69.90",
                "EUR",
                TODAY.minusDays(39),
                ReceiptKind.RECEIPT,
                "health",
                "Your receipt",
                "total in the mail");
        var order = charge(
                "Book Loft",
                "54.30",
                "USD",
                TODAY.minusDays(2),
                ReceiptKind.ORDER,
                "shopping",
                "Your order is on its way",
                "total in the mail",
                ChargeStatus.PENDING,
                Optional.of("BL-2231"));
        charge(
                "Garden & Home",
                "312.00",
                "EUR",
                TODAY.minusDays(12),
                ReceiptKind.ORDER,
                "shopping",
                "Your order was cancelled",
                "total in the mail",
                ChargeStatus.CANCELLED,
                Optional.of("G-1180"));
        receipts.remove(order);
        var shipped = statement(
                "Book Loft",
                "54.30",
                "USD",
                TODAY.minusDays(1),
                ReceiptKind.ORDER,
                "Shipped: order BL-2231",
                "total in the mail",
                ChargeStatus.PENDING,
                Optional.of("BL-2231"));
        receipts.add(SampleCharges.receipt("shopping", order.leading(), shipped));
        for (int i = 0; i < 3; i++) {
            var facts = new ReceiptFacts(
                    "Metro Parking",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(TODAY.minusDays(20 + i * 30L)),
                    ReceiptKind.RECEIPT,
                    ChargeStatus.CHARGED,
                    Optional.empty(),
                    "no amount stands out",
                    0.4);
            money.withOpen(SampleCharges.statement(
                    keep("Metro Parking", "Your parking ticket", "Please find your ticket attached."),
                    "Your parking ticket",
                    facts));
        }
    }

    private void suspicions() {
        pair(
                "69.90",
                "Fresh Basket",
                0.91,
                Optional.empty(),
                List.of(reason("days", 2L), reason("only"), reason("no.order")));
        pair(
                "69.90",
                "Sotto Fitness",
                0.74,
                Optional.empty(),
                List.of(reason("days", 1L), reason("seldom", 3L, 300L), reason("one.order"), reason("denied", 1)));
        pair("18.00", "Bücherei Süd", 0.62, Optional.of(false), List.of(reason("rhythm", 91), reason("no.order")));
    }

    private void pair(
            String amount,
            String merchant,
            double suspicion,
            Optional<Boolean> answer,
            List<DuplicatePair.Reason> reasons) {
        var both = receipts.stream()
                .filter(r -> r.merchant().equals(merchant) && r.amount().compareTo(new BigDecimal(amount)) == 0)
                .sorted(java.util.Comparator.comparing(Receipt::date))
                .toList();
        var later = both.getLast();
        var earlier = both.get(both.size() - 2);
        money.withPair(new DuplicatePair(
                earlier, later, later.date().toEpochDay() - earlier.date().toEpochDay(), reasons, suspicion, answer));
    }

    private static DuplicatePair.Reason reason(String key, Object... arguments) {
        return new DuplicatePair.Reason("money.duplicate.reason." + key, List.of(arguments));
    }

    private void subscriptions() {
        var hosting =
                receipts.stream().filter(r -> r.merchant().equals("CloudHost")).toList();
        money.with(new Subscription(
                "CloudHost",
                "USD",
                new BigDecimal("24.00"),
                30,
                new BigDecimal("24.35"),
                TODAY.plusDays(8),
                true,
                hosting));
        money.with(new Subscription(
                "Sotto Fitness",
                "EUR",
                new BigDecimal("19.90"),
                30,
                new BigDecimal("20.19"),
                TODAY.plusDays(14),
                true,
                hosting));
    }

    private Receipt charge(
            String merchant,
            String amount,
            String currency,
            LocalDate date,
            ReceiptKind kind,
            String category,
            String subject,
            String evidence) {
        return charge(
                merchant,
                amount,
                currency,
                date,
                kind,
                category,
                subject,
                evidence,
                ChargeStatus.CHARGED,
                subject.startsWith("Order ") ? Optional.of(subject.substring(6)) : Optional.empty());
    }

    private Receipt charge(
            String merchant,
            String amount,
            String currency,
            LocalDate date,
            ReceiptKind kind,
            String category,
            String subject,
            String evidence,
            ChargeStatus status,
            Optional<String> order) {
        var receipt = SampleCharges.receipt(
                category, statement(merchant, amount, currency, date, kind, subject, evidence, status, order));
        receipts.add(receipt);
        return receipt;
    }

    private Statement statement(
            String merchant,
            String amount,
            String currency,
            LocalDate date,
            ReceiptKind kind,
            String subject,
            String evidence,
            ChargeStatus status,
            Optional<String> order) {
        var facts = new ReceiptFacts(
                merchant,
                Optional.of(new BigDecimal(amount)),
                Optional.of(currency),
                Optional.of(date),
                kind,
                status,
                order,
                evidence,
                0.97);
        var text = "Hello Alex,\n\nthank you for your purchase at " + merchant + ".\n\nTotal: " + currency + " "
                + amount + "\n\nKind regards\n" + merchant;
        return SampleCharges.statement(keep(merchant, subject, text), subject, facts);
    }

    private long keep(String merchant, String subject, String text) {
        long id = next++;
        mail.add(
                id,
                Understanding.unknown(),
                InMemoryMail.text(new io.countersign.mail.Address(merchant, "billing@shop.example"), subject, text));
        return id;
    }
}
