package io.countersign.ats.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a template leaves open. */
enum Placeholder {
    COMPANY,
    ROLE,
    PERSON,
    DAY,
    ME;

    /** As it stands between braces. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Placeholder> of(String id) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.id().equals(id))
                .findFirst();
    }
}
