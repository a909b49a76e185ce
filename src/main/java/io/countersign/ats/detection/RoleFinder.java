package io.countersign.ats.detection;

import io.countersign.ats.detection.NameWords.Hint;
import io.countersign.ats.detection.NameWords.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the job's title: what stands behind "application for" or before "position", and pieces of the subject. */
final class RoleFinder {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 14;
    private static final int MOST_WORDS_OF_PIECE = 8;
    private static final Set<String> NOUNS = Set.of(
            "position",
            "role",
            "opening",
            "opportunity",
            "job",
            "vacancy",
            "requisition",
            "stelle",
            "post",
            "puesto",
            "poste");
    private static final Set<String> LEADING = Set.of(
            "the",
            "our",
            "a",
            "an",
            "of",
            "position",
            "role",
            "vacancy",
            "job",
            "post",
            "opening",
            "as",
            "als",
            "die",
            "der",
            "stelle",
            "your",
            "for",
            "de",
            "title",
            "this",
            "open",
            "eine",
            "einen");
    private static final Set<String> EMPLOYER = Set.of("at", "with", "bei", "chez", "en");
    private static final Set<String> IDS =
            Set.of("req", "reqid", "id", "ref", "announcement", "requisition", "job", "kennziffer");

    private final NameWords words;

    RoleFinder(NameWords words) {
        this.words = words;
    }

    Optional<Title> find(Passage passage, Map<Hint, List<Place>> hints) {
        return behind(passage, hints.getOrDefault(Hint.ROLE_AFTER, List.of()), false)
                .or(() -> inSubject(passage))
                .or(() -> behind(passage, hints.getOrDefault(Hint.ROLE_AFTER_WEAK, List.of()), true))
                .or(() -> beforeNoun(passage, hints));
    }

    private Optional<Title> behind(Passage passage, List<Place> places, boolean capital) {
        return places.stream()
                .filter(place -> !passage.inSender(place.begin()))
                .map(place -> read(passage.text(), place.end(), passage.edges()[passage.sentence(place.begin()) + 1]))
                .filter(title -> isTitle(title) && (!capital || isProper(title)))
                .findFirst();
    }

    private boolean isProper(Title title) {
        return Character.isUpperCase(title.name().charAt(0)) && hasNoun(title);
    }

    /** "the Data Engineer role": read from the last small word before it. */
    private Optional<Title> beforeNoun(Passage passage, Map<Hint, List<Place>> hints) {
        var text = passage.text();
        for (var place : hints.getOrDefault(Hint.ROLE_BEFORE, List.of())) {
            int from = place.begin();
            int edge = passage.edges()[passage.sentence(place.begin())];
            while (from > edge && place.begin() - from < LONGEST && !opensTitle(text, from, place.begin())) {
                from--;
            }
            var title = read(text, from, place.end());
            if (isTitle(title)) {
                return Optional.of(title);
            }
        }
        return Optional.empty();
    }

    private static boolean opensTitle(String text, int from, int noun) {
        return text.startsWith(" the ", from)
                || text.startsWith(" our ", from)
                || (text.startsWith(" a ", from) && from < noun);
    }

    private Optional<Title> inSubject(Passage passage) {
        for (var piece : TextWords.pieces(passage.subject())) {
            int from = passage.text().indexOf(piece, passage.subjectStart());
            var title = read(passage.text(), from, from + piece.length());
            boolean brief = TextWords.ofSpaces(title.name()).size() <= MOST_WORDS_OF_PIECE;
            if (brief && isTitle(title) && isProper(title)) {
                return Optional.of(title);
            }
        }
        return Optional.empty();
    }

    private boolean hasNoun(Title title) {
        return TextWords.ofLetters(title.name()).stream().anyMatch(words::isRoleNoun);
    }

    private boolean isTitle(Title title) {
        if (title.name().length() < 2 || words.isNever(title.name())) {
            return false;
        }
        return hasNoun(title)
                || (title.called() && Character.isUpperCase(title.name().charAt(0)));
    }

    /** The words from an offset to where a title ends: a small verb, "position", "at", a bracket or a full stop. */
    private Title read(String text, int from, int limit) {
        var title = new StringBuilder();
        int at = from;
        int count = 0;
        while (at < limit && count < MOST_WORDS && title.length() < LONGEST) {
            at = skip(text, at, limit);
            int end = at;
            while (end < limit && end - at < 40 && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            var word = withoutEnd(text.substring(at, end));
            var lower = word.toLowerCase(Locale.ROOT);
            var bare = TextWords.bare(lower);
            if (title.isEmpty() && LEADING.contains(bare)) {
                at = end;
                continue;
            }
            if (word.isEmpty() || ends(word, bare)) {
                boolean noun = NOUNS.contains(bare);
                return new Title(
                        tidy(title.toString()),
                        behindNoun(text, noun, at, end, limit),
                        employerAt(text, noun, at, end, limit),
                        noun);
            }
            title.append(title.isEmpty() ? "" : " ").append(word);
            count++;
            at = end;
            if (stops(text.charAt(end - 1))) {
                break;
            }
        }
        return new Title(tidy(title.toString()), at, false, false);
    }

    private boolean ends(String word, String bare) {
        boolean small = Character.isLowerCase(word.charAt(0));
        boolean joins = bare.equals("and") || bare.equals("und") || bare.equals("en") || bare.equals("et");
        return word.startsWith("(")
                || word.startsWith("http")
                || word.equals("|")
                || (NOUNS.contains(bare) && small)
                || IDS.contains(bare)
                || words.isNoTitlePart(bare)
                || (small && words.stops(bare) && !joins);
    }

    private static boolean employerAt(String text, boolean noun, int at, int end, int limit) {
        return EMPLOYER.contains(noun ? wordAt(text, end, limit) : wordAt(text, at, limit));
    }

    private static int behindNoun(String text, boolean noun, int at, int end, int limit) {
        if (!noun) {
            return end;
        }
        var next = wordAt(text, end, limit);
        return EMPLOYER.contains(next) ? skip(text, end, limit) + next.length() : Math.max(at, end);
    }

    private static String wordAt(String text, int from, int limit) {
        int at = skip(text, from, limit);
        int end = at;
        while (end < limit && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }

    private static int skip(String text, int from, int limit) {
        int at = from;
        while (at < limit && (Character.isWhitespace(text.charAt(at)) || "\"*:“".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static boolean stops(char c) {
        return ".!?;:\"”*)".indexOf(c) >= 0;
    }

    private static String withoutEnd(String word) {
        int end = word.length();
        while (end > 0 && ".!?;:\"”*".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private static String tidy(String title) {
        var tidy = title.strip();
        while (endsLoosely(tidy)) {
            int space = tidy.lastIndexOf(' ');
            tidy = ",-–|&(/".indexOf(tidy.charAt(tidy.length() - 1)) >= 0
                    ? tidy.substring(0, tidy.length() - 1).strip()
                    : tidy.substring(0, Math.max(0, space)).strip();
        }
        return tidy.length() <= LONGEST ? tidy : tidy.substring(0, LONGEST);
    }

    private static boolean endsLoosely(String title) {
        return !title.isEmpty()
                && (",-–|&(/".indexOf(title.charAt(title.length() - 1)) >= 0
                        || title.endsWith(" and")
                        || title.endsWith(" und")
                        || title.endsWith(" en"));
    }
}
