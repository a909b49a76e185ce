package io.countersign.money;

import java.util.List;

/**
 * Every statement in exactly one place.
 *
 * @param receipts newest first
 * @param withoutAmount statements of unknown amount about no known order, newest first
 */
public record Ledger(List<Receipt> receipts, List<Statement> withoutAmount) {
    public Ledger {
        receipts = List.copyOf(receipts);
        withoutAmount = List.copyOf(withoutAmount);
    }
}
