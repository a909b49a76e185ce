package io.countersign.approval.execution;

import java.util.List;
import java.util.Optional;

/** What an executor answers. */
public sealed interface Outcome {
    /**
     * It can be done like this.
     *
     * @param text what was done, in words, for the audit log
     */
    record Done(Optional<StateChange> change, List<LocalEntry> entries, String text) implements Outcome {
        public Done {
            entries = List.copyOf(entries);
        }

        static Done change(StateChange change, String text) {
            return new Done(Optional.of(change), List.of(), text);
        }
    }

    /** It cannot be done; {@code reason} is a whole sentence. */
    record Failed(String reason) implements Outcome {}
}
