package io.countersign.approval;

import io.countersign.mail.MessageRepository;
import io.countersign.policy.PolicyRepository;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import java.time.Clock;
import java.util.function.Supplier;

/** Who decides, about which mail, by which policies and when. */
public record Workspace(
        String user, Clock clock, Transactions transactions, MessageRepository messages, PolicyRepository policies) {
    private static final int ATTEMPTS = 5;

    /** Runs {@code work} in a transaction; starts over when somebody else changed a record under it. */
    <T> T inTransaction(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.inTransaction(work);
            } catch (CountersignException.Stale e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
