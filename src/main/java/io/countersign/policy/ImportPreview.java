package io.countersign.policy;

import java.util.List;
import java.util.Optional;

/** What an import would change, entry by entry, in the order of the file. */
public record ImportPreview(List<Entry> entries) {
    public ImportPreview {
        entries = List.copyOf(entries);
    }

    /**
     * One imported policy.
     *
     * @param stored the policy that it replaces; empty when it is new
     * @param changed the parts that differ: {@code condition}, {@code action}, {@code priority}, ...; empty when nothing does
     */
    public record Entry(Policy imported, Optional<Policy> stored, List<String> changed) {
        public Entry {
            changed = List.copyOf(changed);
        }
    }
}
