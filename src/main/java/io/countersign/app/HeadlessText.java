package io.countersign.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Optional;

/** JavaFX draws text with Pango on Linux, even without a display. */
public final class HeadlessText {
    private static final String LIBRARY = "libpangoft2-1.0.so.0";

    private HeadlessText() {}

    /** What is missing for drawing text, and what to do about it, in one line; empty when nothing is. */
    @SuppressWarnings("restricted") // looks whether the library loads; calls nothing in it
    public static Optional<String> whatIsMissing() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(LIBRARY, arena);
            return Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.of("The system library " + LIBRARY
                    + " is missing, without which no text can be drawn: on Debian, apt-get install libpangoft2-1.0-0");
        }
    }
}
