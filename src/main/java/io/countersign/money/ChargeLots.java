package io.countersign.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receipts, sorted into lots of one merchant, currency and amount: in linear time but for the sorting within each. */
final class ChargeLots {
    private static final int MOST_DIGITS = 15;
    private static final int INDEX_BITS = 28;
    private static final int MINUTES_A_DAY = 1440;
    private static final long FIRST_DAY = -800_000;

    /** What two charges must have in common; amounts are counted in hundredths. */
    record Key(int merchant, int currency, long cents) {
        Key withCents(long other) {
            return new Key(merchant, currency, other);
        }
    }

    private final List<Receipt> receipts;
    private final MerchantKeys keys;
    private final Map<String, Integer> merchantIds = new HashMap<>();
    private final Map<String, Integer> idsOfKeys = new HashMap<>();
    private final List<String> merchants = new ArrayList<>();
    private final Map<String, Integer> currencies = new HashMap<>();
    private final Map<Key, int[]> members = new HashMap<>();
    private final Map<Integer, Integer> chargesOf = new HashMap<>();
    private final @Nullable Key[] keyOf;
    private final long observedDays;

    ChargeLots(List<Receipt> receipts, MerchantKeys keys) {
        this.receipts = receipts;
        this.keys = keys;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        var counts = new HashMap<Key, int[]>();
        keyOf = new Key[receipts.size()];
        for (int i = 0; i < receipts.size(); i++) {
            var key = key(receipts.get(i));
            if (key.isPresent()) {
                keyOf[i] = key.get();
                counts.computeIfAbsent(key.get(), _ -> new int[1])[0]++;
                chargesOf.merge(key.get().merchant(), 1, Integer::sum);
                first = Math.min(first, day(i));
                last = Math.max(last, day(i));
            }
        }
        observedDays = Math.max(0, last - first);
        fill(counts);
    }

    private void fill(Map<Key, int[]> counts) {
        for (int i = 0; i < keyOf.length; i++) {
            var key = keyOf[i];
            if (key != null) {
                var left = counts.getOrDefault(key, new int[1]);
                var lot = members.computeIfAbsent(key, _ -> new int[left[0]]);
                lot[lot.length - left[0]--] = i;
            }
        }
    }

    /** Empty where no charge can be compared: an unknown merchant, an absurd amount, money that was earned or never moved. */
    private Optional<Key> key(Receipt receipt) {
        var amount = receipt.amount();
        if (!receipt.isSpending() || amount.signum() == 0 || amount.precision() - amount.scale() > MOST_DIGITS) {
            return Optional.empty();
        }
        int merchant = merchantIds.computeIfAbsent(receipt.merchant(), this::idOf);
        if (merchants.get(merchant).isEmpty()) {
            return Optional.empty();
        }
        int currency = currencies.computeIfAbsent(receipt.currency(), _ -> currencies.size());
        return Optional.of(new Key(merchant, currency, cents(amount)));
    }

    private int idOf(String merchant) {
        return idsOfKeys.computeIfAbsent(keys.of(merchant).text(), key -> {
            merchants.add(key);
            return merchants.size() - 1;
        });
    }

    private static long cents(BigDecimal amount) {
        return amount.scale() == 2
                ? amount.unscaledValue().longValue()
                : amount.setScale(2, RoundingMode.HALF_EVEN).unscaledValue().longValue();
    }

    private long day(int receipt) {
        return receipts.get(receipt).date().toEpochDay();
    }

    /** When it was paid: the time of its mail where that is of the same day or the next, else noon. */
    private long minute(int receipt) {
        var at = receipts.get(receipt)
                .leading()
                .message()
                .envelope()
                .receivedAt()
                .atOffset(ZoneOffset.UTC);
        long day = day(receipt);
        return Math.abs(at.toLocalDate().toEpochDay() - day) <= 1
                ? Math.floorDiv(at.toEpochSecond(), 60L)
                : day * MINUTES_A_DAY + MINUTES_A_DAY / 2;
    }

    long observedDays() {
        return observedDays;
    }

    Iterable<Key> keys() {
        return members.keySet();
    }

    /** Which receipts have this key, by their place in the list. */
    int[] members(Key key) {
        return members.getOrDefault(key, new int[0]);
    }

    /** The lot of a receipt; empty where it can be compared with none. */
    Optional<Lot> lotOf(int receipt, BitSet left) {
        return Optional.ofNullable(keyOf[receipt]).map(key -> lot(key, left));
    }

    /** True when two receipts are of one merchant and currency and differ by a hundredth. */
    boolean areNear(int one, int other) {
        var first = keyOf[one];
        var second = keyOf[other];
        return first != null
                && second != null
                && first.withCents(0).equals(second.withCents(0))
                && Math.abs(first.cents() - second.cents()) == 1;
    }

    /** The members for which {@code left} says no, by rising time. */
    Lot lot(Key key, BitSet left) {
        var kept =
                Arrays.stream(members(key)).filter(member -> !left.get(member)).toArray();
        var times = new long[kept.length];
        for (int i = 0; i < kept.length; i++) {
            times[i] = ((minute(kept[i]) - FIRST_DAY * MINUTES_A_DAY) << INDEX_BITS) | i;
        }
        Arrays.sort(times);
        int elsewhere = Math.max(0, chargesOf.getOrDefault(key.merchant(), 0) - members(key).length);
        return lot(merchants.get(key.merchant()), elsewhere, kept, times);
    }

    private Lot lot(String merchant, int elsewhere, int[] kept, long[] times) {
        var sorted = new int[kept.length];
        var minutes = new long[kept.length];
        var days = new long[kept.length];
        for (int i = 0; i < kept.length; i++) {
            sorted[i] = kept[(int) (times[i] & ((1L << INDEX_BITS) - 1))];
            minutes[i] = (times[i] >>> INDEX_BITS) + FIRST_DAY * MINUTES_A_DAY;
            days[i] = Math.floorDiv(minutes[i], (long) MINUTES_A_DAY);
        }
        return new Lot(merchant, elsewhere, sorted, minutes, days);
    }
}
