package io.countersign.ats.detection;

import java.util.List;
import java.util.Locale;

/** Company names as texts write them, and what of them counts when two are compared. */
final class CompanyName {
    /** A longer one is cut. */
    static final int LONGEST = 80;

    private static final int MOST_PARTS = 6;

    private CompanyName() {}

    /** Letters and digits only, in lower case: the same for {@code AT&T} and {@code at&t}. */
    static String key(String name) {
        var key = new StringBuilder(Math.min(name.length(), LONGEST));
        for (int i = 0; i < name.length() && key.length() < LONGEST; i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }

    /** True when both surely name one company: one's key holds the other's, which is not too short to mean anything. */
    static boolean same(String key, String other) {
        boolean first = key.length() <= other.length();
        var shorter = first ? key : other;
        var longer = first ? other : key;
        return !shorter.isEmpty()
                && (shorter.equals(longer)
                        || (shorter.length() >= 3 && longer.startsWith(shorter))
                        || (shorter.length() >= 5 && longer.contains(shorter)));
    }

    /**
     * True when a label is made of beginnings of the name's words, in their order: {@code nycu} of "New York Credit Union".
     * Small words may be left out; {@code label} by {@link #key}.
     */
    static boolean abbreviates(String label, String name) {
        var parts = TextWords.ofLetters(name.toLowerCase(Locale.ROOT));
        return label.length() >= 3 && parts.size() > 1 && parts.size() <= MOST_PARTS && abbreviates(label, parts, 0);
    }

    private static boolean abbreviates(String label, List<String> parts, int next) {
        if (label.isEmpty()) {
            return parts.subList(next, parts.size()).stream().allMatch(part -> part.length() <= 3);
        }
        if (next == parts.size()) {
            return false;
        }
        var part = parts.get(next);
        int most = 0;
        while (most < part.length() && most < label.length() && part.charAt(most) == label.charAt(most)) {
            most++;
        }
        for (int taken = most; taken >= 1; taken--) {
            if (abbreviates(label.substring(taken), parts, next + 1)) {
                return true;
            }
        }
        return part.length() <= 3 && abbreviates(label, parts, next + 1);
    }

    /** A host label or account as a name: {@code acme-corp} is {@code Acme Corp}. */
    static String ofSlug(String slug) {
        var name = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < slug.length() && name.length() < LONGEST; i++) {
            char c = slug.charAt(i);
            if (c == '-' || c == '_' || c == '.') {
                name.append(' ');
                start = true;
            } else {
                name.append(start ? Character.toUpperCase(c) : c);
                start = false;
            }
        }
        return name.toString().strip();
    }
}
