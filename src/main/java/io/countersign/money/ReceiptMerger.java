package io.countersign.money;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes one receipt of all mails about one charge: by order id first, then by merchant, amount and date. Pure; the order of
 * the statements does not matter. Orders that differ, two alike mails of one kind, and money that goes other ways are never
 * brought together.
 */
public final class ReceiptMerger {
    private final MerchantKeys keys;
    private final SpendingCategories categories;
    private final ZoneId zone;

    /**
     * A merger.
     *
     * @param zone in which the day of a mail is counted, where it does not say the day of the purchase
     */
    public ReceiptMerger(MerchantKeys keys, SpendingCategories categories, ZoneId zone) {
        this.keys = keys;
        this.categories = categories;
        this.zone = zone;
    }

    private record Pool(Claim.Flow flow, String currency) {}

    /** The receipts behind these statements; a statement that comes twice counts once. */
    public Ledger merge(Collection<Statement> statements) {
        var known = new HashMap<String, MerchantKey>();
        Function<String, MerchantKey> keyOf = name -> known.computeIfAbsent(name, keys::of);
        var claims = claims(statements, keyOf);
        var charges = new ArrayList<Charge>();
        var silent = new ArrayList<Claim>();
        OrderGroups.of(claims.stream().filter(claim -> !claim.order().isEmpty()).toList())
                .forEach(order -> addOrder(order, charges, silent));
        for (var claim : claims) {
            if (claim.order().isEmpty() && claim.hasMoney()) {
                charges.add(new Charge(claim.amount(), List.of(claim)));
            } else if (claim.order().isEmpty()) {
                silent.add(claim);
            }
        }
        charges.sort(Comparator.comparing(Charge::first, Claim.ORDER));
        var writer = new ReceiptWriter(keyOf, categories);
        return ledger(BankAlertMerging.merge(AmountMerging.merge(charges)), silent, writer);
    }

    private List<Claim> claims(Collection<Statement> statements, Function<String, MerchantKey> keyOf) {
        var known = new HashSet<StatementId>();
        return statements.stream()
                .filter(statement -> known.add(statement.id()))
                .map(statement -> Claim.of(statement, keyOf, zone))
                .sorted(Claim.ORDER)
                .toList();
    }

    private static void addOrder(List<Claim> order, List<Charge> charges, List<Claim> silent) {
        Map<Pool, List<Claim>> pools = new LinkedHashMap<>();
        for (var claim : order) {
            if (claim.hasMoney()) {
                pools.computeIfAbsent(new Pool(claim.flow(), claim.currency()), _ -> new ArrayList<>())
                        .add(claim);
            }
        }
        var own = pools.values().stream()
                .flatMap(pool -> OrderMerging.charges(pool).stream())
                .toList();
        charges.addAll(own);
        order.stream()
                .filter(claim -> !claim.hasMoney())
                .forEach(claim ->
                        chargeOf(claim, own).ifPresentOrElse(charge -> charge.support(claim), () -> silent.add(claim)));
    }

    /** The charge of an order that a mail without amount is about: of its own flow if possible, the nearest in time. */
    private static Optional<Charge> chargeOf(Claim claim, List<Charge> charges) {
        return charges.stream()
                .min(Comparator.<Charge>comparingInt(charge -> charge.first().flow() == claim.flow() ? 0 : 1)
                        .thenComparing(charge -> charge.first().timeTo(claim))
                        .thenComparing(Charge::first, Claim.ORDER));
    }

    private static Ledger ledger(List<Charge> charges, List<Claim> silent, ReceiptWriter writer) {
        var receipts = charges.stream()
                .map(writer::receipt)
                .sorted(Comparator.comparing(Receipt::date)
                        .thenComparingLong(receipt -> receipt.id().messageId())
                        .thenComparingInt(receipt -> receipt.id().ordinal())
                        .reversed())
                .toList();
        return new Ledger(
                receipts,
                silent.stream()
                        .sorted(Claim.ORDER.reversed())
                        .map(Claim::statement)
                        .toList());
    }
}
