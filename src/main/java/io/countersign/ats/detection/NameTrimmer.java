package io.countersign.ats.detection;

import java.util.ArrayList;

/** Takes the words off both ends that belong to no name: "The Acme Recruiting Team" is "Acme". */
final class NameTrimmer {
    private static final String LOOSE = ",;:!-–|&'’.";

    private final NameWords words;

    NameTrimmer(NameWords words) {
        this.words = words;
    }

    String trimmed(String name) {
        var parts = new ArrayList<>(TextWords.ofSpaces(
                name.replace('"', ' ').replace('(', ' ').replace(')', ' ').replace('_', ' ')));
        while (!parts.isEmpty() && words.isTrimmed(TextWords.bare(parts.getLast()))) {
            parts.removeLast();
        }
        while (parts.size() > 1 && words.isTrimmed(TextWords.bare(parts.getFirst()))) {
            parts.removeFirst();
        }
        var joined = String.join(" ", parts);
        while (!joined.isEmpty() && LOOSE.indexOf(joined.charAt(joined.length() - 1)) >= 0) {
            joined = joined.substring(0, joined.length() - 1).strip();
        }
        return joined.length() <= CompanyName.LONGEST ? joined : joined.substring(0, CompanyName.LONGEST);
    }
}
