package io.countersign.money;

import java.util.Collection;
import java.util.List;

/**
 * Finds charges that may have been paid twice: one merchant, amount (within a hundredth) and currency, a few days apart.
 * Not those whose order ids differ, nor refunds and what was refunded, nor dates of a series, nor what is a habit. Says why,
 * and how likely ({@link DoubleModel}, {@link MerchantTrust}). Pure; receipts are never left out of anything because of it.
 */
public final class DuplicateFinder {
    /** What is at least this likely is a suspect. */
    public static final double SUSPECT = 0.5;

    private final MerchantKeys keys;

    public DuplicateFinder(MerchantKeys keys) {
        this.keys = keys;
    }

    /** Suspects, unanswered and most suspect first; each receipt is in at most one pair. */
    public List<DuplicatePair> find(
            List<Receipt> receipts, int windowDays, Collection<DuplicateAnswers.Answer> answers) {
        return new DuplicateSearch(receipts, windowDays, answers, keys).pairs();
    }
}
