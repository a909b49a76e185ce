package io.countersign.money;

import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds charges that repeat. A merchant's charges are one series where all of them keep a rhythm, prices changing on the
 * way; else those of each amount may be one; else what is left, such as bills that differ from month to month. Pure.
 */
public final class Subscriptions {
    private final MerchantKeys keys;

    public Subscriptions(MerchantKeys keys) {
        this.keys = keys;
    }

    private record Payee(String merchant, String currency) {}

    /** Running ones first, then the dearest; {@code today} tells which run. */
    public List<Subscription> of(List<Receipt> receipts, LocalDate today) {
        Map<Payee, List<Receipt>> byPayee = new LinkedHashMap<>();
        for (var receipt : receipts) {
            var merchant = keys.of(receipt.merchant()).text();
            if (receipt.isSpending() && receipt.amount().signum() > 0 && !merchant.isEmpty()) {
                byPayee.computeIfAbsent(new Payee(merchant, receipt.currency()), _ -> new ArrayList<>())
                        .add(receipt);
            }
        }
        return byPayee.values().stream()
                .flatMap(charges -> series(charges).stream())
                .map(series -> subscription(series, today))
                .sorted(Comparator.comparing(Subscription::running)
                        .thenComparing(Subscription::monthly)
                        .reversed()
                        .thenComparing(Subscription::merchant)
                        .thenComparing(Subscription::next))
                .toList();
    }

    private static List<Series> series(List<Receipt> charges) {
        charges.sort(Comparator.comparing(Receipt::date)
                .thenComparingLong(receipt -> receipt.id().messageId()));
        var whole = Series.of(charges);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        var byAmount = new TreeMap<BigDecimal, List<Receipt>>();
        charges.forEach(charge -> byAmount.computeIfAbsent(charge.amount(), _ -> new ArrayList<>())
                .add(charge));
        var found = new ArrayList<Series>();
        byAmount.values().forEach(lot -> Series.of(lot).ifPresent(found::add));
        found.addAll(amongOthers(charges, found));
        return Series.joined(found);
    }

    private static List<Series> amongOthers(List<Receipt> charges, List<Series> found) {
        var known = new HashSet<Receipt>();
        found.forEach(series -> known.addAll(series.receipts()));
        var others = charges.stream().filter(charge -> !known.contains(charge)).toList();
        return found.isEmpty() || others.isEmpty()
                ? List.of()
                : Series.of(others).map(List::of).orElse(List.of());
    }

    private static Subscription subscription(Series series, LocalDate today) {
        var latest = series.receipts().getLast();
        var next = series.after(latest.date());
        boolean running = !today.isAfter(series.after(next).plusDays(series.tolerance()));
        while (running && next.plusDays(series.tolerance()).isBefore(today)) {
            next = series.after(next);
        }
        return new Subscription(
                latest.merchant(),
                latest.currency(),
                latest.amount(),
                series.periodDays(),
                monthly(latest.amount(), series.periodDays()),
                next,
                running,
                series.receipts());
    }

    private static BigDecimal monthly(BigDecimal amount, int periodDays) {
        return amount.multiply(new BigDecimal("30.44"))
                .divide(BigDecimal.valueOf(periodDays == 30 ? 30.44 : periodDays), 2, RoundingMode.HALF_UP);
    }

    /** Charges of one merchant that keep a rhythm, by rising date. */
    private record Series(int periodDays, List<Receipt> receipts) {
        private static final int LEAST_STEPS = 2;
        private static final int LEAST_WEEKLY_STEPS = 4;
        private static final int LEAST_DAILY_STEPS = 20;

        static Optional<Series> of(List<Receipt> charges) {
            if (charges.size() < 2) {
                return Optional.empty();
            }
            boolean announced = charges.stream().anyMatch(Series::isAnnounced);
            var days = charges.stream()
                    .mapToLong(charge -> charge.date().toEpochDay())
                    .toArray();
            return Rhythm.of(days, announced ? 1 : LEAST_STEPS, 0)
                    .filter(rhythm -> announced || rhythm.fits() >= leastSteps(rhythm.periodDays()))
                    .map(rhythm -> new Series(rhythm.periodDays(), kept(charges, rhythm)));
        }

        /** Some mail says itself that the payment repeats. */
        private static boolean isAnnounced(Receipt receipt) {
            return receipt.statements().stream()
                    .anyMatch(statement -> statement.facts().kind() == ReceiptKind.SUBSCRIPTION);
        }

        private static int leastSteps(int periodDays) {
            return periodDays == 1 ? LEAST_DAILY_STEPS : periodDays < 28 ? LEAST_WEEKLY_STEPS : LEAST_STEPS;
        }

        private static List<Receipt> kept(List<Receipt> charges, Rhythm rhythm) {
            var kept = new ArrayList<Receipt>();
            for (int i = 0; i < charges.size(); i++) {
                if (!rhythm.extras().get(i)) {
                    kept.add(charges.get(i));
                }
            }
            return kept;
        }

        /** Series of one period that follow each other are one, of which the price changed. */
        static List<Series> joined(List<Series> found) {
            var sorted = found.stream()
                    .sorted(Comparator.comparing(
                            (Series series) -> series.receipts.getFirst().date()))
                    .toList();
            var joined = new ArrayList<Series>();
            for (var series : sorted) {
                var before = joined.stream().filter(series::follows).findFirst();
                before.ifPresent(joined::remove);
                joined.add(before.map(series::after).orElse(series));
            }
            return joined;
        }

        private boolean follows(Series other) {
            var due = other.after(other.receipts.getLast().date());
            long late = receipts.getFirst().date().toEpochDay() - due.toEpochDay();
            return other.periodDays == periodDays && Math.abs(late) <= tolerance();
        }

        private Series after(Series other) {
            var all = new ArrayList<>(other.receipts);
            all.addAll(receipts);
            return new Series(periodDays, all);
        }

        int tolerance() {
            return Rhythm.tolerance(periodDays);
        }

        LocalDate after(LocalDate date) {
            return switch (periodDays) {
                case 30 -> date.plusMonths(1);
                case 91 -> date.plusMonths(3);
                case 182 -> date.plusMonths(6);
                case 365 -> date.plusYears(1);
                default -> date.plusDays(periodDays);
            };
        }
    }
}
