package io.countersign.money;

import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Two years of one person's charges with true doubles planted among them: subscriptions, weekly debits, coffee, fares,
 * top-ups, trips, online shops, tickets, refunds. Nothing in a receipt marks a double but what a real one has: its amount,
 * its merchant, its time. Doubles at coffee bars and in trains come within minutes only: later ones nobody could tell from
 * a second coffee.
 */
final class MoneyWorld {
    private static final LocalDate START = LocalDate.of(2024, 11, 1);
    private static final int DAYS = 730;
    private static final String[] SYLLABLES = {
        "ba", "ko", "mi", "lu", "ren", "tas", "vo", "pel", "dor", "ni", "gra", "sun"
    };

    private final Random random;
    private final List<Receipt> receipts = new ArrayList<>();
    private final Set<Set<StatementId>> doubles = new HashSet<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private long nextId = 1;
    private int names;

    /** A charge that may be doubled, and whether only within minutes. */
    private record Candidate(Receipt receipt, boolean habitual, double weight) {}

    private MoneyWorld(long seed) {
        this.random = new Random(seed);
    }

    static MoneyWorld of(long seed) {
        var world = new MoneyWorld(seed);
        world.live();
        world.plantDoubles();
        Collections.shuffle(world.receipts, world.random);
        return world;
    }

    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    Set<Set<StatementId>> doubles() {
        return Set.copyOf(doubles);
    }

    private void live() {
        times(8, 14, () -> series(30, 2, between(299, 4999), 0.5));
        times(2, 3, () -> series(365, 3, between(1999, 19_999), 1));
        times(1, 2, () -> series(91, 3, between(2999, 19_999), 1));
        times(2, 3, () -> series(7, 1, between(500, 6000), 0.7));
        times(1, 2, () -> series(14, 1, between(2000, 9000), 0.7));
        times(0, 1, this::familyPlans);
        times(1, 2, this::coffee);
        times(1, 1, this::fares);
        times(1, 2, this::topUps);
        times(3, 5, this::restaurant);
        times(3, 5, this::trip);
        times(40, 60, this::shop);
        times(6, 10, this::tickets);
    }

    /** A charge every so many days, shifted by weekends and banks; sometimes missed, sometimes dearer from one day on. */
    private void series(int period, int jitter, int cents, double doubling) {
        var merchant = name();
        int price = cents;
        var day = START.plusDays(random.nextInt(period));
        int minute = random.nextInt(1440);
        while (day.isBefore(START.plusDays(DAYS))) {
            price = random.nextInt(60) == 0 ? price + 100 : price;
            if (random.nextInt(50) > 0) {
                var shifted = day.plusDays(random.nextInt(3) == 0 ? random.nextInt(2 * jitter + 1) - jitter : 0);
                add(merchant, price, at(shifted, minute + random.nextInt(90)), "", subscriptionKind(), false, doubling);
            }
            day = period == 30 ? day.plusMonths(1) : period == 365 ? day.plusYears(1) : day.plusDays(period);
        }
    }

    private ReceiptKind subscriptionKind() {
        return random.nextInt(3) == 0 ? ReceiptKind.SUBSCRIPTION : ReceiptKind.RECEIPT;
    }

    /** Two equal subscriptions of one provider, some days apart. */
    private void familyPlans() {
        var merchant = name();
        int cents = between(299, 1999);
        int apart = between(1, 6);
        for (var day = START.plusDays(random.nextInt(20));
                day.isBefore(START.plusDays(DAYS));
                day = day.plusMonths(1)) {
            add(merchant, cents, at(day, 600), "", ReceiptKind.RECEIPT, false, 0);
            add(merchant, cents, at(day.plusDays(apart), 630), "", ReceiptKind.RECEIPT, false, 0);
        }
    }

    private void coffee() {
        var merchant = name();
        int[] prices = {between(220, 350), between(350, 480), between(480, 650)};
        double appetite = 0.5 + random.nextDouble() * 0.4;
        for (var day : days()) {
            if (isWorkday(day) && random.nextDouble() < appetite) {
                int price = prices[random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2)];
                int minute = between(450, 600);
                add(merchant, price, at(day, minute), "", ReceiptKind.RECEIPT, true, 0.02);
                if (random.nextInt(12) == 0) {
                    add(merchant, price, at(day, minute + between(75, 420)), "", ReceiptKind.RECEIPT, true, 0.02);
                }
            }
        }
    }

    private void fares() {
        var merchant = name();
        int price = between(210, 390);
        for (var day : days()) {
            if (random.nextInt(10) < (isWorkday(day) ? 6 : 2)) {
                add(merchant, price, at(day, between(420, 560)), "", ReceiptKind.RECEIPT, true, 0);
                int back = between(960, 1140);
                add(merchant, price, at(day, back), "", ReceiptKind.RECEIPT, true, 0);
                if (random.nextInt(20) == 0) {
                    add(merchant, price, at(day, back + between(1, 8)), "", ReceiptKind.RECEIPT, true, 0);
                }
            }
        }
    }

    private void topUps() {
        var merchant = name();
        int cents = 500 * between(2, 10);
        double mean = between(5, 20);
        double day = random.nextInt(10) + random.nextDouble();
        while (day < DAYS) {
            add(merchant, cents, at(START, (int) (day * 1440)), "", ReceiptKind.RECEIPT, false, 0);
            day += 0.3 - mean * Math.log(1 - random.nextDouble());
        }
    }

    private void restaurant() {
        var merchant = name();
        int[] menu = {between(800, 1200), between(1200, 1800), between(1800, 3000), between(800, 3000)};
        for (var day : days()) {
            if (random.nextInt(25) == 0) {
                int price = menu[random.nextInt(menu.length)] + (random.nextBoolean() ? 0 : between(1, 60) * 10);
                add(merchant, price, at(day, between(700, 1250)), "", ReceiptKind.RECEIPT, false, 0.3);
            }
        }
    }

    /** A few days elsewhere, with the same breakfast every morning. */
    private void trip() {
        var bakery = name();
        var hotel = name();
        var arrival = START.plusDays(random.nextInt(DAYS - 10));
        int nights = between(3, 6);
        int breakfast = between(600, 1500);
        for (int i = 0; i < nights; i++) {
            add(bakery, breakfast, at(arrival.plusDays(i), between(420, 560)), "", ReceiptKind.RECEIPT, true, 0);
        }
        add(hotel, between(9000, 60_000), at(arrival, 900), order(), ReceiptKind.RECEIPT, false, 0);
    }

    private void shop() {
        var merchant = name();
        boolean numbersOrders = random.nextInt(10) < 7;
        int purchases = between(1, 14);
        for (int i = 0; i < purchases; i++) {
            int cents = price();
            var day = START.plusDays(random.nextInt(DAYS));
            var order = numbersOrders && random.nextInt(10) > 0 ? order() : "";
            var bought = add(merchant, cents, at(day, between(400, 1430)), order, ReceiptKind.RECEIPT, false, 1);
            int fate = random.nextInt(100);
            if (fate < 4) {
                refund(bought, day.plusDays(between(2, 30)));
            } else if (fate < 5) {
                add(
                        merchant,
                        cents,
                        at(day.plusDays(between(1, 20)), between(400, 1430)),
                        numbersOrders ? order() : "",
                        ReceiptKind.RECEIPT,
                        false,
                        0);
            } else if (fate < 6) {
                var twice = add(
                        merchant,
                        cents,
                        bought.leading()
                                .message()
                                .envelope()
                                .receivedAt()
                                .atOffset(java.time.ZoneOffset.UTC)
                                .toLocalDateTime()
                                .plusMinutes(between(1, 3000)),
                        "",
                        ReceiptKind.RECEIPT,
                        false,
                        0);
                refund(twice, twice.date().plusDays(between(1, 12)));
                candidates.removeIf(candidate -> candidate.receipt().equals(bought));
            }
        }
    }

    private void refund(Receipt bought, LocalDate day) {
        candidates.removeIf(candidate -> candidate.receipt().equals(bought));
        int cents = -bought.amount().movePointRight(2).intValueExact();
        add(
                bought.merchant(),
                cents,
                at(day, between(400, 1400)),
                bought.orderId().orElse(""),
                ReceiptKind.REFUND,
                false,
                0);
    }

    /** Some tickets bought one by one, each an order of its own. */
    private void tickets() {
        var merchant = name();
        var at = at(START.plusDays(random.nextInt(DAYS)), between(500, 1400));
        int cents = price();
        int count = between(2, 4);
        for (int i = 0; i < count; i++) {
            add(merchant, cents, at.plusMinutes(2L * i), order(), ReceiptKind.RECEIPT, false, 0);
        }
    }

    private void plantDoubles() {
        int planted = 25 + random.nextInt(20);
        var weights = candidates.stream().mapToDouble(Candidate::weight).sum();
        for (int i = 0; i < planted; i++) {
            double at = random.nextDouble() * weights;
            for (var candidate : candidates) {
                at -= candidate.weight();
                if (at < 0) {
                    plantDouble(candidate);
                    break;
                }
            }
        }
    }

    private void plantDouble(Candidate candidate) {
        var original = candidate.receipt();
        if (doubles.stream().anyMatch(pair -> pair.contains(original.id()))) {
            return;
        }
        var at = original.leading()
                .message()
                .envelope()
                .receivedAt()
                .atOffset(java.time.ZoneOffset.UTC)
                .toLocalDateTime()
                .plusMinutes(delay(candidate.habitual()));
        int cents = original.amount().movePointRight(2).intValueExact() + (random.nextInt(12) == 0 ? 1 : 0);
        // A shop that numbers orders sends both receipts with one number, which the merger sees to: here it failed to.
        var twin = receipt(original.merchant(), cents, at, "", original.kind());
        receipts.add(twin);
        doubles.add(Set.of(original.id(), twin.id()));
    }

    private int delay(boolean habitual) {
        int lot = random.nextInt(100);
        if (habitual || lot < 45) {
            return between(1, 12);
        }
        if (lot < 70) {
            return between(13, 600);
        }
        return lot < 90 ? between(600, 2000) : between(2000, 6500);
    }

    private Receipt add(
            String merchant,
            int cents,
            LocalDateTime at,
            String order,
            ReceiptKind kind,
            boolean habitual,
            double doubling) {
        var receipt = receipt(merchant, cents, at, order, kind);
        receipts.add(receipt);
        if (doubling > 0) {
            candidates.add(new Candidate(receipt, habitual, doubling));
        }
        return receipt;
    }

    private Receipt receipt(String merchant, int cents, LocalDateTime at, String order, ReceiptKind kind) {
        var charge = Charges.mail(nextId++)
                .merchant(merchant)
                .amount(BigDecimal.valueOf(cents, 2)
                        .setScale(2, RoundingMode.UNNECESSARY)
                        .toString())
                .at(at)
                .kind(kind);
        return (order.isEmpty() ? charge : charge.order(order)).receipt();
    }

    /** Shops like prices that end in 99, 95, 50 or 00, so that prices repeat by chance. */
    private int price() {
        double euros = Math.exp(random.nextGaussian() * 0.9 + 3.2);
        int[] endings = {99, 99, 95, 50, 0};
        return random.nextInt(4) == 0
                ? (int) (euros * 100) + 100
                : 100 * (int) Math.floor(euros) + endings[random.nextInt(endings.length)] + 100;
    }

    private String order() {
        return "A" + (100_000 + random.nextInt(900_000));
    }

    private String name() {
        var name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.append(' ')
                .append((char) ('a' + names++ % 26))
                .append(names)
                .toString();
    }

    private void times(int least, int most, Runnable part) {
        int count = between(least, most);
        for (int i = 0; i < count; i++) {
            part.run();
        }
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private static List<LocalDate> days() {
        return START.datesUntil(START.plusDays(DAYS)).toList();
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static LocalDateTime at(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute);
    }
}
