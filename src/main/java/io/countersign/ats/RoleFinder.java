package io.countersign.ats;

import io.countersign.ats.NameWords.Hint;
import io.countersign.ats.NameWords.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the job's title: what stands behind "application for" or before "position" and holds a word for a job. */
final class RoleFinder {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 14;

    private final NameWords words;

    RoleFinder(NameWords words) {
        this.words = words;
    }

    Optional<String> find(Passage passage, Map<Hint, List<Place>> hints) {
        var text = passage.text();
        var inText = hints.getOrDefault(Hint.ROLE_AFTER, List.of()).stream()
                .map(place -> after(text, place.end(), passage.edges()[passage.sentence(place.begin()) + 1]))
                .filter(this::isRole)
                .findFirst();
        return inText.or(() -> inSubject(passage));
    }

    private Optional<String> inSubject(Passage passage) {
        for (var piece : passage.subject().split(" [-–—|:] |\\| ?|: | @ ", 6)) {
            var title = after(piece, 0, piece.length());
            if (isRole(title) && Character.isUpperCase(title.charAt(0)) && title.split(" ").length <= 8) {
                return Optional.of(title);
            }
        }
        return Optional.empty();
    }

    /** The words from an offset to where a title ends: a verb, "position", "at" or punctuation. */
    private String after(String text, int from, int limit) {
        var title = new StringBuilder();
        int at = from;
        int count = 0;
        while (at < limit && count < MOST_WORDS && title.length() < LONGEST) {
            while (at < limit
                    && (Character.isWhitespace(text.charAt(at))
                            || text.charAt(at) == '"'
                            || text.charAt(at) == '*'
                            || text.charAt(at) == ':')) {
                at++;
            }
            int end = at;
            while (end < limit && end - at < 40 && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            var word = text.substring(at, end);
            var bare = word.replaceAll("[.!?;:\"”*]+$", "");
            if (bare.isEmpty() || ends(bare, title)) {
                break;
            }
            boolean article = title.isEmpty()
                    && (bare.equalsIgnoreCase("the")
                            || bare.equalsIgnoreCase("our")
                            || bare.equalsIgnoreCase("a")
                            || bare.equalsIgnoreCase("an"));
            if (!article) {
                title.append(title.isEmpty() ? "" : " ").append(bare);
                count++;
            }
            at = end;
            if (bare.length() < word.length() && !word.endsWith("Sr.") && !word.endsWith("Jr.")) {
                break;
            }
        }
        return tidy(title.toString());
    }

    private boolean ends(String word, StringBuilder soFar) {
        var lower = word.toLowerCase(Locale.ROOT).replace(",", "");
        boolean small = Character.isLowerCase(word.charAt(0));
        return (small && words.stops(lower) && !lower.equals("and") && !lower.equals("und"))
                || (!soFar.isEmpty()
                        && List.of(
                                        "position",
                                        "role",
                                        "opening",
                                        "opportunity",
                                        "job",
                                        "vacancy",
                                        "requisition",
                                        "stelle")
                                .contains(lower))
                || word.startsWith("http");
    }

    private static String tidy(String title) {
        var tidy = title.strip();
        while (!tidy.isEmpty() && ",-–|&(".indexOf(tidy.charAt(tidy.length() - 1)) >= 0) {
            tidy = tidy.substring(0, tidy.length() - 1).strip();
        }
        return tidy.length() <= LONGEST ? tidy : tidy.substring(0, LONGEST);
    }

    private boolean isRole(String title) {
        for (var word : title.split("[\\s/,()-]+", MOST_WORDS + 4)) {
            if (words.isRoleNoun(word)) {
                return true;
            }
        }
        return false;
    }
}
