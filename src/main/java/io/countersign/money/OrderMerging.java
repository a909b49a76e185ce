package io.countersign.money;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The charges of one order, flow and currency. Usually one; several where an id turns out to be a customer's number that
 * comes back every month, or where parts were paid that add up to nothing that the mails state.
 */
final class OrderMerging {
    private static final int SAME_KIND_DAYS = 20;

    private OrderMerging() {}

    /** The charges behind claims with money, which are in {@link Claim#ORDER}. */
    static List<Charge> charges(List<Claim> claims) {
        var charges = new ArrayList<Charge>();
        segments(claims).forEach(segment -> charges.addAll(byAmount(segment)));
        return charges;
    }

    /** Cut where a mail of the same kind comes again weeks later. */
    private static List<List<Claim>> segments(List<Claim> claims) {
        var segments = new ArrayList<List<Claim>>();
        var last = new EnumMap<ReceiptKind, LocalDate>(ReceiptKind.class);
        for (var claim : claims) {
            var before = last.get(claim.kind());
            boolean again = before != null
                    && claim.status() != ChargeStatus.CANCELLED
                    && ChronoUnit.DAYS.between(before, claim.date()) > SAME_KIND_DAYS;
            if (segments.isEmpty() || again) {
                segments.add(new ArrayList<>());
                last.clear();
            }
            last.put(claim.kind(), claim.date());
            segments.getLast().add(claim);
        }
        return segments;
    }

    private static List<Charge> byAmount(List<Claim> segment) {
        var classes = new TreeMap<BigDecimal, List<Claim>>();
        segment.forEach(claim ->
                classes.computeIfAbsent(claim.amount(), _ -> new ArrayList<>()).add(claim));
        var charges = splitOffPartlyCancelled(classes);
        var live = new ArrayList<Charge>();
        classes.forEach((amount, claims) -> live.addAll(perMail(amount, claims)));
        charges.addAll(live.size() > 1 ? merge(live) : live);
        return charges;
    }

    /** A cancelled part of an order that is otherwise alive. */
    private static List<Charge> splitOffPartlyCancelled(Map<BigDecimal, List<Claim>> classes) {
        var charges = new ArrayList<Charge>();
        var cancelled = classes.entrySet().stream()
                .filter(entry -> entry.getValue().stream().allMatch(claim -> claim.status() == ChargeStatus.CANCELLED))
                .toList();
        if (cancelled.size() < classes.size()) {
            cancelled.forEach(entry -> charges.add(new Charge(entry.getKey(), entry.getValue())));
            cancelled.stream().map(Map.Entry::getKey).toList().forEach(classes::remove);
        }
        return charges;
    }

    /** One mail that states an amount twice speaks of two payments. */
    private static List<Charge> perMail(BigDecimal amount, List<Claim> claims) {
        var copies = new ArrayList<Charge>();
        var seen = new HashMap<Long, Integer>();
        for (var claim : claims) {
            int copy = seen.merge(claim.statement().message().id(), 1, Integer::sum) - 1;
            if (copy == copies.size()) {
                copies.add(new Charge(amount, List.of(claim)));
            } else {
                copies.get(copy).support(claim);
            }
        }
        return copies;
    }

    private static List<Charge> merge(List<Charge> parts) {
        int highest = parts.stream().mapToInt(OrderMerging::rank).max().orElse(0);
        var paid = parts.stream().filter(part -> rank(part) == highest).toList();
        var asked = parts.stream().filter(part -> rank(part) < highest).toList();
        var total = total(paid, parts);
        if (total.isPresent()) {
            return List.of(all(total.orElseThrow(), parts));
        }
        if (paid.size() == 1) {
            return List.of(all(amountByHand(asked, paid.getFirst().amount()), parts));
        }
        var largest = paid.stream()
                .max((one, other) -> one.amount().abs().compareTo(other.amount().abs()))
                .orElseThrow();
        asked.forEach(largest::absorb);
        return paid;
    }

    /** The amount that the payments make together, where some mail states it. */
    private static Optional<BigDecimal> total(List<Charge> paid, List<Charge> parts) {
        long payments = paid.stream().mapToLong(OrderMerging::times).sum();
        var sum = paid.stream().map(OrderMerging::paidInAll).reduce(BigDecimal.ZERO, BigDecimal::add);
        var paying = new HashSet<>(paid);
        for (var whole : parts) {
            boolean isPaid = paying.contains(whole);
            var others = isPaid ? sum.subtract(paidInAll(whole)) : sum;
            if (payments - (isPaid ? times(whole) : 0) > 1 && others.compareTo(whole.amount()) == 0) {
                return Optional.of(whole.amount());
            }
        }
        return Optional.empty();
    }

    private static BigDecimal paidInAll(Charge part) {
        return part.amount().multiply(BigDecimal.valueOf(times(part)));
    }

    /** How many payments of one amount there were: as many as mails of one kind. */
    private static long times(Charge part) {
        var byKind = new LinkedHashMap<ReceiptKind, Long>();
        part.claims().forEach(claim -> byKind.merge(claim.kind(), 1L, Long::sum));
        return byKind.values().stream().mapToLong(Long::longValue).max().orElse(1);
    }

    private static BigDecimal amountByHand(List<Charge> asked, BigDecimal paid) {
        return asked.stream()
                .filter(part -> part.claims().stream()
                        .anyMatch(claim -> claim.statement().byHand()))
                .map(Charge::amount)
                .reduce((_, last) -> last)
                .orElse(paid);
    }

    private static Charge all(BigDecimal amount, List<Charge> parts) {
        var all = new Charge(amount, List.of());
        parts.forEach(all::absorb);
        return all;
    }

    /** What was paid outranks what was billed, and that what was ordered: prices change on the way. */
    private static int rank(Charge charge) {
        return charge.claims().stream()
                .mapToInt(claim -> switch (claim.kind()) {
                    case ORDER -> 0;
                    case INVOICE -> 1;
                    case RECEIPT, REFUND, SUBSCRIPTION, BANK_ALERT, INCOME -> 2;
                })
                .max()
                .orElse(0);
    }
}
