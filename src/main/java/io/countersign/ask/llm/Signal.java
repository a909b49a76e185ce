package io.countersign.ask.llm;

import io.countersign.ask.ModelFailure;
import java.time.Duration;
import java.util.Optional;

/** What the thread of a connection says to the one that waits; the first end is the one that counts. */
sealed interface Signal {
    /** More text. */
    record Piece(String text) implements Signal {}

    /** It works, but wrote nothing that is for the person. */
    record Alive() implements Signal {}

    /** It takes no question now, and may take one after that time. */
    record Busy(Duration pause) implements Signal {}

    /** Nothing comes any more; without a failure the model ended by itself. */
    record End(Optional<ModelFailure> failure) implements Signal {
        static End of(ModelFailure failure) {
            return new End(Optional.of(failure));
        }
    }
}
