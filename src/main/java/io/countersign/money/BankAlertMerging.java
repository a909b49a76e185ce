package io.countersign.money;

import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings a bank's alert to the charge that it is about. Banks name merchants in their own way ({@code STARBUCKS 00123
 * SEATTLE}), so that one key begins with the other at best.
 */
final class BankAlertMerging {
    private static final int DAYS = 4;
    private static final int SHORTEST_KEY = 4;
    private static final int CANDIDATES = 40;

    private final Map<Money, TreeMap<LocalDate, List<Charge>>> charges = new HashMap<>();
    private final Set<Charge> alerted = new HashSet<>();

    private record Money(String currency, BigDecimal amount) {
        static Money of(Charge charge) {
            return new Money(charge.first().currency(), charge.amount());
        }
    }

    private BankAlertMerging() {}

    /** The charges that remain; {@code charges} are in the order of their first claim. */
    static List<Charge> merge(List<Charge> charges) {
        var merging = new BankAlertMerging();
        charges.stream().filter(charge -> !isAlert(charge)).forEach(merging::add);
        var remaining = new ArrayList<Charge>();
        for (var charge : charges) {
            var match = isAlert(charge) ? merging.match(charge) : Optional.<Charge>empty();
            match.ifPresentOrElse(found -> found.absorb(charge), () -> remaining.add(charge));
        }
        return remaining;
    }

    private static boolean isAlert(Charge charge) {
        return charge.claims().stream().allMatch(claim -> claim.kind() == ReceiptKind.BANK_ALERT);
    }

    private void add(Charge charge) {
        charges.computeIfAbsent(Money.of(charge), _ -> new TreeMap<>())
                .computeIfAbsent(charge.first().date(), _ -> new ArrayList<>())
                .add(charge);
    }

    private Optional<Charge> match(Charge alert) {
        var day = alert.first().date();
        var near = charges.getOrDefault(Money.of(alert), new TreeMap<>())
                .subMap(day.minusDays(DAYS), true, day.plusDays(DAYS), true);
        var found = near.values().stream()
                .flatMap(List::stream)
                .limit(CANDIDATES)
                .filter(charge -> !alerted.contains(charge) && isAbout(alert, charge))
                .min((one, other) -> Long.compare(
                        one.first().daysTo(alert.first()), other.first().daysTo(alert.first())));
        found.ifPresent(alerted::add);
        return found;
    }

    private static boolean isAbout(Charge alert, Charge charge) {
        var named = alert.first().merchant();
        return charge.first().flow() == alert.first().flow()
                && charge.claims().stream().anyMatch(claim -> beginsAlike(named, claim.merchant()))
                && alert.mayBe(charge);
    }

    private static boolean beginsAlike(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_KEY
                && (one.startsWith(other) || other.startsWith(one));
    }
}
