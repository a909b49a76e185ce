package io.countersign.shared;

import java.util.function.Supplier;

/**
 * Binds repositories into one transaction: every repository call that {@code work} makes on the calling thread commits or
 * rolls back together. Nested calls join the outer transaction.
 */
public interface Transactions {
    /** Commits when {@code work} returns, rolls back when it throws. */
    <T> T inTransaction(Supplier<T> work);

    /** {@link #inTransaction(Supplier)} without a result. */
    default void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }
}
