package io.countersign.money;

import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Claims about one charge, while they are being brought together. */
final class Charge {
    /** So many claims say all; more are not compared any further, which bounds the work on hostile mail. */
    private static final int ENOUGH = 40;

    private final List<Claim> claims;
    private final BigDecimal amount;

    /** A charge of this amount; not all claims need to state it: a part of a payment states less. */
    Charge(BigDecimal amount, List<Claim> claims) {
        this.amount = amount;
        this.claims = new ArrayList<>(claims);
    }

    List<Claim> claims() {
        return claims;
    }

    BigDecimal amount() {
        return amount;
    }

    Claim first() {
        return claims.getFirst();
    }

    String order() {
        return claims.stream()
                .map(Claim::order)
                .filter(order -> !order.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Takes a claim in that says something about this charge. */
    void support(Claim claim) {
        claims.add(claim);
    }

    void absorb(Charge other) {
        claims.addAll(other.claims);
    }

    /** False when both cannot be one charge: other orders, one mail, or two mails of the same sort. */
    boolean mayBe(Charge other) {
        if (claims.size() + other.claims.size() > ENOUGH || OrderIds.conflict(order(), other.order())) {
            return false;
        }
        if (sharesMailWith(other)) {
            return false;
        }
        var mine = byKind();
        for (var theirs : other.claims) {
            for (var own : mine.getOrDefault(theirs.kind(), List.of())) {
                if (!Resemblance.areOneCharge(own, theirs)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean sharesMailWith(Charge other) {
        Set<Long> mails = new HashSet<>();
        claims.forEach(claim -> mails.add(claim.statement().message().id()));
        return other.claims.stream()
                .anyMatch(claim -> mails.contains(claim.statement().message().id()));
    }

    private Map<ReceiptKind, List<Claim>> byKind() {
        var byKind = new EnumMap<ReceiptKind, List<Claim>>(ReceiptKind.class);
        claims.forEach(claim ->
                byKind.computeIfAbsent(claim.kind(), _ -> new ArrayList<>()).add(claim));
        return byKind;
    }
}
