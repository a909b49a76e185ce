package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.ask.reading.Asking.Pick;
import io.countersign.ask.reading.Intent.Spending;
import io.countersign.ask.reading.Intent.Spending.Sort;
import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import io.countersign.money.Receipt;
import io.countersign.shared.text.OneLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was spent, refunded, is unpaid or repeats; amounts of different currencies are never added nor compared. */
final class SpendingAnswer {
    private final Desks desks;
    private final Speech speech;

    SpendingAnswer(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    /** Where a receipt's names stand. */
    static String names(Receipt receipt) {
        return receipt.merchant() + " "
                + receipt.statements().stream()
                        .map(statement -> statement.message().envelope())
                        .map(envelope ->
                                envelope.subject() + " " + envelope.from().display())
                        .collect(Collectors.joining(" "));
    }

    /** What was paid, by currency. */
    static Map<String, BigDecimal> totals(List<Receipt> receipts) {
        var totals = new TreeMap<String, BigDecimal>();
        receipts.forEach(one -> totals.merge(one.currency(), one.amount(), BigDecimal::add));
        return totals;
    }

    /** The charges that are meant. */
    Optional<List<Receipt>> meant(Spending asked) {
        var receipts = desks.money().receipts();
        var known = new SpendingHints(receipts).applied(asked);
        return NameFilter.of(known.by(), receipts, SpendingAnswer::names)
                .map(named -> named.stream()
                        .filter(one -> isWithin(one, known) && isOfSort(one, known.sort()))
                        .toList());
    }

    String what(Sort sort) {
        return speech.say("ask.spending." + id(sort));
    }

    Optional<Answer> of(Spending asked) {
        var receipts = desks.money().receipts();
        var known = new SpendingHints(receipts).applied(asked);
        return NameFilter.of(known.by(), receipts, SpendingAnswer::names)
                .map(named -> named.stream().filter(one -> isWithin(one, known)).toList())
                .map(within -> answer(within, known));
    }

    private static boolean isWithin(Receipt receipt, Spending asked) {
        var by = asked.by();
        return by.period().filter(period -> !period.contains(receipt.date())).isEmpty()
                && (by.values("currency").isEmpty() || by.has("currency", receipt.currency()))
                && (by.values("spend").isEmpty() || by.has("spend", receipt.category()));
    }

    private Answer answer(List<Receipt> within, Spending asked) {
        var asking = asked.asking();
        var meant = within.stream().filter(one -> isOfSort(one, asked.sort())).toList();
        var report = new Report(speech, asking, what(asked.sort()));
        if (asked.sort() == Sort.SUBSCRIPTIONS && asking.pick() == Pick.NEXT) {
            return report.of(new NextCharges(desks, speech).of(within));
        }
        if (asked.sort() == Sort.SUBSCRIPTIONS) {
            var newest = newestPerMerchant(meant);
            return report.of(
                    lines(newest), asking.kind() == Kind.SUM ? lead(report, newest, asking, within, asked.sort()) : "");
        }
        if (asking.group().isPresent() || asking.kind() == Kind.WHO) {
            var lines = new SpendingGroups(desks, speech).of(meant, asking.group());
            return report.of(lines, lead(report, meant, asking, within, asked.sort()));
        }
        var picked = picked(meant, asking);
        var shown = picked.isEmpty() && asked.sort() == Sort.SPENT ? unpaid(within) : picked;
        return report.of(lines(shown), lead(report, picked, asking, within, asked.sort()), !picked.isEmpty());
    }

    private static String id(Sort sort) {
        return sort.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isOfSort(Receipt receipt, Sort sort) {
        return switch (sort) {
            case SPENT -> receipt.isSpending();
            case RECEIPTS -> receipt.kind() != ReceiptKind.INCOME;
            case REFUNDS -> receipt.kind() == ReceiptKind.REFUND;
            case UNPAID -> receipt.status() == ChargeStatus.PENDING && receipt.kind() != ReceiptKind.INCOME;
            case SUBSCRIPTIONS -> receipt.kind() == ReceiptKind.SUBSCRIPTION;
        };
    }

    private static List<Receipt> unpaid(List<Receipt> receipts) {
        return receipts.stream().filter(one -> isOfSort(one, Sort.UNPAID)).toList();
    }

    private static List<Receipt> newestPerMerchant(List<Receipt> receipts) {
        var newest = new java.util.LinkedHashMap<String, Receipt>();
        receipts.forEach(receipt -> newest.putIfAbsent(receipt.merchant(), receipt));
        return List.copyOf(newest.values());
    }

    /** The largest are told for each currency. */
    private static List<Receipt> picked(List<Receipt> receipts, Asking asking) {
        var byAmount = Comparator.comparing(Receipt::amount);
        return switch (asking.pick()) {
            case LARGEST -> bestPerCurrency(receipts, byAmount.reversed());
            case SMALLEST ->
                bestPerCurrency(
                        receipts.stream()
                                .filter(one -> one.amount().signum() > 0)
                                .toList(),
                        byAmount);
            case NEWEST ->
                asking.kind() == Kind.COUNT
                        ? receipts
                        : receipts.stream().limit(1).toList();
            case OLDEST -> asking.kind() == Kind.COUNT || receipts.isEmpty() ? receipts : List.of(receipts.getLast());
            case ALL, NEXT -> receipts;
        };
    }

    private static List<Receipt> bestPerCurrency(List<Receipt> receipts, Comparator<Receipt> order) {
        var best = new TreeMap<String, Receipt>();
        receipts.stream().sorted(order).forEach(receipt -> best.putIfAbsent(receipt.currency(), receipt));
        return List.copyOf(best.values());
    }

    private List<Line> lines(List<Receipt> receipts) {
        return receipts.stream()
                .map(receipt -> new Line(
                        receipt.date().atStartOfDay(desks.zone()).toInstant(),
                        speech.day(receipt.date()),
                        speech.say(
                                "ask.receipt",
                                speech.day(receipt.date()),
                                OneLine.of(receipt.merchant()),
                                speech.money(receipt.amount(), receipt.currency())),
                        List.of(receipt.leading().message())))
                .toList();
    }

    private String lead(Report report, List<Receipt> meant, Asking asking, List<Receipt> within, Sort sort) {
        if (!meant.isEmpty() && (asking.pick() == Pick.LARGEST || asking.pick() == Pick.SMALLEST)) {
            return speech.say(asking.pick() == Pick.LARGEST ? "ask.largest" : "ask.smallest", report.subject());
        }
        if (asking.kind() == Kind.COUNT) {
            return speech.say("ask.count", report.subject(), speech.number(meant.size()));
        }
        boolean average = asking.kind() == Kind.AVERAGE;
        var sums = sums(meant, average);
        var lead = sums.isEmpty()
                ? speech.say("ask.nothing", report.subject())
                : speech.say(average ? "ask.average" : "ask.sum", report.subject(), sums, meant.size());
        var pending = sort == Sort.SPENT ? sums(unpaid(within), false) : "";
        return pending.isEmpty() ? lead : lead + " " + speech.say("ask.pending", pending);
    }

    /** A sum, or an average, for each currency. */
    private String sums(List<Receipt> receipts, boolean average) {
        var perCurrency = new TreeMap<String, List<BigDecimal>>();
        receipts.forEach(one -> perCurrency
                .computeIfAbsent(one.currency(), _ -> new ArrayList<>())
                .add(one.amount()));
        return perCurrency.entrySet().stream()
                .map(entry -> speech.money(average ? average(entry.getValue()) : sum(entry.getValue()), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal average(List<BigDecimal> amounts) {
        return sum(amounts).divide(BigDecimal.valueOf(amounts.size()), 2, RoundingMode.HALF_UP);
    }
}
