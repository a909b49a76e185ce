package io.countersign.approval.trust;

/**
 * Which proposals of an automatic policy the person is asked about all the same, so that a drift shows: a random tenth, drawn by
 * a seeded hash of policy and mail, so that a proposal keeps its lot however often policies run.
 *
 * <p>Why a tenth: with a share s, N proposals between two drifts and D answers until the alarm rings, a person gives s*N answers
 * and suffers (1-p)*D/s wrong actions until then. With the alarm's D = 7 at p = 0.5, N = 2,000, and a wrong action as annoying as
 * five answers, the sum is least at s = sqrt((1-p)*D*5/N) = 0.094. Undoing what was done alone counts as rejections too and is
 * seen at once, so that drift is found sooner where the person looks.
 */
record AskedShare(long seed, double share) {
    static final double TENTH = 0.1;

    boolean asks(long policyId, long messageId) {
        long mixed = mix(mix(mix(seed) ^ policyId) ^ messageId);
        return (mixed >>> 11) * 0x1.0p-53 < share;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
