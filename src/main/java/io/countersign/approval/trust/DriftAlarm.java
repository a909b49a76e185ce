package io.countersign.approval.trust;

/**
 * A cumulative sum over one policy's decisions (CUSUM: Page 1954; for yes or no: Reynolds and Stoumbos 1999) that rises by
 * {@value #PER_REJECTION} with a rejection and falls by 1 with an approval, not below 0; it rings at {@value #LIMIT}.
 *
 * <p>The ratio is that of the log-likelihoods between 5 % and 30 % rejections: ln(0.30 / 0.05) / ln(0.95 / 0.70) = 5.87. At
 * {@value #LIMIT} a policy whose proposals are approved at a rate of 0.95, the least that earns trust, rings once in 1,355
 * decisions on average; one that falls to 0.7, 0.5 or 0.3 after 14.6, 7.1 or 4.6 decisions on average (exact, from the Markov
 * chain of the sum; DriftAlarmTest).
 *
 * @param approved approvals since the sum was last 0
 * @param rejected rejections since then
 */
public record DriftAlarm(long approved, long rejected) {
    static final int PER_REJECTION = 6;
    static final int LIMIT = 17;
    static final DriftAlarm QUIET = new DriftAlarm(0, 0);

    private long sum() {
        return PER_REJECTION * rejected - approved;
    }

    boolean rings() {
        return sum() >= LIMIT;
    }

    /** After so many approvals in a row. */
    DriftAlarm approved(long times) {
        return times >= sum() ? QUIET : new DriftAlarm(approved + times, rejected);
    }

    /** After one more rejection. */
    DriftAlarm rejectedOnce() {
        return new DriftAlarm(approved, rejected + 1);
    }
}
