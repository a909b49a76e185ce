package io.countersign.mail;

import java.util.ArrayList;
import java.util.List;

/** What reading leaves of a mail's structure: enough to choose its text. */
sealed interface Part {
    /** A multipart; {@code subtype} in lower case. */
    record Branch(String subtype, List<Part> children) implements Part {
        Branch(String subtype) {
            this(subtype, new ArrayList<>());
        }
    }

    /** A body text, decoded, lines ending in LF. */
    record Text(boolean html, String text) implements Part {}

    /** Anything else: listed as an attachment. */
    record Other() implements Part {}
}
