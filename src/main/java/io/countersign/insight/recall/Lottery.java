package io.countersign.insight.recall;

/**
 * Gives each pair of policy and mail a permanent random number. Whoever asks in rising order of these has at any time a simple
 * random sample, also while new mail arrives (Ohlsson 1995, "Coordination of samples using permanent random numbers").
 */
final class Lottery {
    private final long seed;

    Lottery(long seed) {
        this.seed = seed;
    }

    /** The same number for the same seed, policy and mail; uniform over all longs. */
    long number(long policyId, long messageId) {
        return mixed(mixed(seed + policyId) + messageId);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long input) {
        long z = input + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
