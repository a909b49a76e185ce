package io.countersign.ats;

import java.util.Locale;
import java.util.Optional;

/**
 * Names an application for as long as what it was first known by exists.
 *
 * @param number the id of its first mail, or of the row that a person or a warehouse added
 */
public record ApplicationId(Provenance origin, long number) {
    /** As {@link #toString()} writes it: {@code m12} from mail, {@code p3} by a person, {@code w4} from a warehouse. */
    public static Optional<ApplicationId> parse(String text) {
        if (text.length() < 2 || text.length() > 19 || !text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        for (var origin : Provenance.values()) {
            if (letter(origin) == text.charAt(0)) {
                return Optional.of(new ApplicationId(origin, Long.parseLong(text.substring(1))));
            }
        }
        return Optional.empty();
    }

    private static char letter(Provenance origin) {
        return origin.name().toLowerCase(Locale.ROOT).charAt(0);
    }

    @Override
    public String toString() {
        return letter(origin) + Long.toString(number);
    }
}
