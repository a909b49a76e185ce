package io.countersign.policy.ui;

import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageField;
import java.util.List;

/**
 * A condition as a person builds it: it may be unfinished. {@link #key()} tells a clause from its neighbours while it is
 * changed and moved; two drafts that say the same are equal only with the same keys.
 */
sealed interface ClauseDraft {
    long key();

    /** How the parts of a group belong together; {@code NOT} turns its one part around. */
    enum Kind {
        ALL("all"),
        ANY("any"),
        NOT("not");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** Its name in JSON. */
        String id() {
            return id;
        }
    }

    /** Parts put together. */
    record Group(long key, Kind kind, List<ClauseDraft> parts) implements ClauseDraft {
        public Group {
            parts = List.copyOf(parts);
        }

        Group with(List<ClauseDraft> changed) {
            return new Group(key, kind, changed);
        }
    }

    /** A comparison; {@code values} are as typed: one, or the choices of {@code in}; {@code true} or {@code false} for flags. */
    record Leaf(long key, Operator operator, MessageField field, List<String> values) implements ClauseDraft {
        public Leaf {
            values = List.copyOf(values);
        }

        /** The value, or the empty text. */
        String value() {
            return values.isEmpty() ? "" : values.getFirst();
        }

        Leaf withValues(List<String> changed) {
            return new Leaf(key, operator, field, changed);
        }
    }

    /** JSON that is no condition of this version; it is kept as it is. */
    record Stored(long key, String json) implements ClauseDraft {}

    /** How many clauses there are, groups included. */
    default int size() {
        return switch (this) {
            case Group group ->
                1 + group.parts().stream().mapToInt(ClauseDraft::size).sum();
            case Leaf _, Stored _ -> 1;
        };
    }
}
