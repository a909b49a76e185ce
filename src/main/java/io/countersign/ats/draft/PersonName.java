package io.countersign.ats.draft;

import io.countersign.mail.Address;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether the name of a sender is a person's, and gives it without what senders add to it. Abstains when in doubt. */
final class PersonName {
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 4;
    private static final int TELLING = 4;
    private static final List<String> ENDS =
            List.of(" via ", " from ", " at ", " @ ", " bei ", " | ", " - ", " – ", " — ", " (", " [", " / ", ": ");

    private final SenderWords words;

    PersonName(SenderWords words) {
        this.words = words;
    }

    /** {@code Jane Doe} of {@code "Doe, Jane (Acme)" <jane@acme.example>}; empty for teams, companies and systems. */
    Optional<String> of(Address sender, String company) {
        var name = turned(withoutAddition(OneLine.of(sender.name())));
        if (name.length() > LONGEST || words.isSystem(name)) {
            return Optional.empty();
        }
        var parts = Arrays.asList(name.split(" ", -1));
        boolean isName = parts.size() <= MOST_WORDS
                && isWritten(parts)
                && parts.stream().noneMatch(words::isNeverAName)
                && !isOrganisation(parts, sender, company);
        return isName ? Optional.of(name) : Optional.empty();
    }

    private static String withoutAddition(String name) {
        int end = name.length();
        for (var mark : ENDS) {
            int at = name.indexOf(mark);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return name.substring(0, end).strip();
    }

    /** {@code Doe, Jane} is Jane Doe; {@code Jane Doe, Acme} and {@code Jane Doe, PhD} are Jane Doe. */
    private String turned(String name) {
        int comma = name.indexOf(',');
        if (comma < 0) {
            return name;
        }
        var before = name.substring(0, comma).strip();
        var after = name.substring(comma + 1).strip();
        boolean isTurned = before.indexOf(' ') < 0 && !after.isEmpty() && after.indexOf(',') < 0;
        return isTurned ? after + " " + before : before;
    }

    private boolean isWritten(List<String> parts) {
        var counted = new ArrayList<String>();
        for (int i = 0; i < parts.size(); i++) {
            var word = parts.get(i);
            boolean isParticle = i > 0 && i < parts.size() - 1 && words.isParticle(word);
            if (!isParticle) {
                if (!isNameWord(word)) {
                    return false;
                }
                counted.add(word);
            }
        }
        // An initial alone is nobody.
        return counted.stream().anyMatch(word -> word.codePointCount(0, word.length()) > 1);
    }

    private static boolean isNameWord(String word) {
        if (word.isEmpty() || Character.isLowerCase(word.codePointAt(0)) || !Character.isLetter(word.codePointAt(0))) {
            return false;
        }
        return word.codePoints()
                .allMatch(c -> Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || "-'’.".indexOf(c) >= 0);
    }

    /**
     * One word may be anything: it counts when the address begins with it. Several are an organisation's when all of them are
     * of the company's name, or when it or the domain holds one of them and the part before the at sign none.
     */
    private static boolean isOrganisation(List<String> parts, Address sender, String company) {
        int at = sender.email().lastIndexOf('@');
        var local = at < 0 ? "" : TextFold.fold(sender.email().substring(0, at));
        var folded = parts.stream().map(TextFold::fold).toList();
        var ofCompany = words(company);
        if (ofCompany.containsAll(folded)) {
            return true;
        }
        if (folded.size() == 1) {
            return !local.startsWith(folded.getFirst());
        }
        boolean isOwn = folded.stream().anyMatch(word -> word.length() >= 2 && local.contains(word));
        return !isOwn
                && folded.stream()
                        .anyMatch(word -> ofCompany.contains(word)
                                || (word.length() >= TELLING && sender.domain().contains(word)));
    }

    private static Set<String> words(String company) {
        var words = new HashSet<String>();
        var word = new StringBuilder();
        for (var c : (TextFold.fold(company) + " ").toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
