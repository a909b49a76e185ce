package io.countersign.classify;

import io.countersign.mail.Category;
import java.util.Optional;

/**
 * What an address usually sends. Loaded before an import and constant during it, so that the result does not depend on
 * the order of the mail. Implementations are thread-safe and never block.
 */
@FunctionalInterface
public interface SenderHistory {
    /** The category that most mail of this address had, when it has a clear one; {@code address} is in lower case. */
    Optional<Category> usualCategory(String address);

    /** Knows nobody. */
    static SenderHistory none() {
        return _ -> Optional.empty();
    }
}
