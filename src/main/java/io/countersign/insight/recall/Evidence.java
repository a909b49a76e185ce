package io.countersign.insight.recall;

import java.util.List;

/**
 * What is known about the misses of one policy.
 *
 * @param strata the random sample; empty before the first draw
 * @param byHand mails handled by hand that it had not proposed
 */
public record Evidence(List<Sampled> strata, long byHand) {
    public Evidence {
        strata = List.copyOf(strata);
    }

    /** Missed mails: those of the sample stand for their strata, those by hand for themselves. */
    public Estimate missed() {
        return Estimate.wanted(strata).plus((double) byHand);
    }

    /** True when anything was answered or done. */
    public boolean isAny() {
        return byHand > 0 || strata.stream().anyMatch(stratum -> stratum.answered() > 0);
    }
}
