package io.countersign.money;

import io.countersign.money.DuplicatePair.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts into words why two charges look like one. */
final class DuplicateReasons {
    private static final String KEY = "money.duplicate.reason.";

    private final MerchantTrust trust;

    DuplicateReasons(MerchantTrust trust) {
        this.trust = trust;
    }

    /** Strongest first. */
    List<Reason> of(Receipt earlier, Receipt later, Lot lot, DoubleModel.Habit habit) {
        var reasons = new ArrayList<Reason>();
        reasons.add(apart(earlier, later));
        lot.rhythm()
                .ifPresentOrElse(
                        rhythm -> reasons.add(reason("rhythm", rhythm.periodDays())),
                        () -> reasons.add(
                                habit.others() < 1
                                        ? reason("only")
                                        : reason("seldom", Math.round(habit.others()) + 2, Math.round(habit.days()))));
        if (earlier.amount().compareTo(later.amount()) != 0) {
            reasons.add(reason("rounding"));
        }
        reasons.add(reason(earlier.orderId().isPresent() || later.orderId().isPresent() ? "one.order" : "no.order"));
        if (trust.confirmed(lot.merchant()) > 0) {
            reasons.add(reason("confirmed", trust.confirmed(lot.merchant())));
        }
        if (trust.denied(lot.merchant()) > 0) {
            reasons.add(reason("denied", trust.denied(lot.merchant())));
        }
        return reasons;
    }

    private static Reason apart(Receipt earlier, Receipt later) {
        long days = Math.abs(later.date().toEpochDay() - earlier.date().toEpochDay());
        var time = Duration.between(receivedAt(earlier), receivedAt(later)).abs();
        if (days <= 1 && time.toMinutes() < 60) {
            return reason("minutes", time.toMinutes());
        }
        return days == 0 ? reason("same.day") : reason("days", days);
    }

    private static Instant receivedAt(Receipt receipt) {
        return receipt.leading().message().envelope().receivedAt();
    }

    private static Reason reason(String key, Object... arguments) {
        return new Reason(KEY + key, List.of(arguments));
    }
}
