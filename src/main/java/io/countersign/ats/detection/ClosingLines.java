package io.countersign.ats.detection;

import java.util.ArrayList;
import java.util.List;

/** The short lines at the end of a mail, below which people and teams sign. Immutable and thread-safe. */
final class ClosingLines {
    private static final int MOST = 6;
    private static final int LONGEST = 70;
    private static final int MOST_WORDS = 8;

    private final NameWords words;
    private final NameTrimmer trimmer;

    ClosingLines(NameWords words, NameTrimmer trimmer) {
        this.words = words;
        this.trimmer = trimmer;
    }

    /**
     * A name that somebody signs with.
     *
     * @param team true when it is surely no person's: words like "Recruiting" stand with it or in the line above
     */
    record Signed(String name, boolean team) {}

    /** What a body is signed with; empty when it ends in running text. */
    List<Signed> of(String body) {
        var lines = last(body);
        var signed = new ArrayList<Signed>();
        boolean below = false;
        for (var line : lines) {
            var name = afterFunction(line);
            var trimmed = trimmer.trimmed(name);
            boolean function = trimmed.isEmpty() || words.isNever(trimmed) || isFunction(trimmed);
            if (!function) {
                signed.add(new Signed(trimmed, below || trimmed.length() + 3 < line.length()));
            }
            below = function && !isGreeting(line);
        }
        return signed;
    }

    private static List<String> last(String body) {
        var lines = new ArrayList<String>();
        int end = body.length();
        while (end > 0 && lines.size() < MOST) {
            int start = body.lastIndexOf('\n', end - 1) + 1;
            var line = body.substring(start, end).strip();
            if (!line.isEmpty() && !isShort(line)) {
                break;
            }
            if (!line.isEmpty()) {
                lines.addFirst(line);
            }
            end = start - 1;
        }
        return lines;
    }

    private static boolean isShort(String line) {
        return line.length() <= LONGEST
                && TextWords.ofSpaces(line).size() <= MOST_WORDS
                && ".?!:".indexOf(line.charAt(line.length() - 1)) < 0
                && Character.isUpperCase(line.charAt(0));
    }

    /** "Best regards," is above a person as often as above a team. */
    private static boolean isGreeting(String line) {
        return line.endsWith(",");
    }

    /** "Head of People, Acme" is of Acme. */
    private String afterFunction(String line) {
        int comma = line.lastIndexOf(", ");
        boolean function = comma > 0
                && (isFunction(line.substring(0, comma))
                        || trimmer.trimmed(line.substring(0, comma)).isEmpty());
        return function ? line.substring(comma + 2) : line;
    }

    private boolean isFunction(String line) {
        return TextWords.ofLetters(line).stream().anyMatch(word -> words.isRoleNoun(word) || words.isEmployer(word));
    }
}
