package io.countersign.job;

/** What the computer lives on. */
@FunctionalInterface
public interface PowerSupply {
    /** On battery and below 20 %; false where nobody can tell. */
    boolean isLow();

    /** Plugged in for ever. */
    static PowerSupply mains() {
        return () -> false;
    }
}
