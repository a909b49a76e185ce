package io.countersign.money;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Measures the duplicate finder and the merger on receipts of two years, half of them equal charges of one merchant;
 * arguments: receipts, rounds.
 */
public final class DuplicateBench {
    private DuplicateBench() {}

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        var receipts = receipts(count);
        var keys = MerchantKeys.load();
        var finder = new DuplicateFinder(keys);
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            int found = finder.find(receipts, MoneyDesk.WINDOW_DAYS, List.of()).size();
            print("finder: " + count + " receipts, " + found + " suspects", begin);
        }
        var statements = receipts.subList(0, Math.min(5000, count)).stream()
                .map(Receipt::leading)
                .toList();
        var merger = new ReceiptMerger(keys, SpendingCategories.load(keys), ZoneOffset.UTC);
        for (int round = 0; round < 10; round++) {
            long begin = System.nanoTime();
            int merged = merger.merge(statements).receipts().size();
            print("merger: " + statements.size() + " statements, " + merged + " receipts", begin);
        }
    }

    private static void print(String what, long begin) {
        System.out.printf(
                "%s, %d ms%n", what, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    private static List<Receipt> receipts(int count) {
        var random = new Random(1);
        var receipts = new ArrayList<Receipt>(count);
        for (int i = 0; i < count; i++) {
            boolean equal = i % 2 == 0;
            var charge = Charges.mail(i)
                    .merchant(equal ? "Metro Fares" : "Shop " + random.nextInt(2000))
                    .amount(equal ? "2.80" : cents(100 + random.nextInt(10_000)))
                    .at(LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(random.nextInt(1_051_200)));
            receipts.add((random.nextInt(4) == 0 ? charge.order("N" + i) : charge).receipt());
        }
        return receipts;
    }

    private static String cents(int cents) {
        return BigDecimal.valueOf(cents, 2).toString();
    }
}
