package io.countersign.ask.reading;

import io.countersign.ask.reading.Chunks.Chunk;
import io.countersign.ask.reading.Lexicon.Tag;
import io.countersign.ask.reading.Mention.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gathers the words that no file knows into mentions: neighbours belong together, {@code and} and {@code or} part alternatives. */
final class MentionReader {
    private static final Set<String> FILLING = Set.of(
            "stop",
            "article",
            "place",
            "conjunction",
            "time-filler",
            "kind",
            "tense",
            "except",
            "deed",
            "pick",
            "group",
            "advice");

    private final Chunks chunks;
    private final Relevance relevance;
    private final boolean capitalsTell;

    /** @param capitalsTell in this language only names are capitalised */
    MentionReader(Chunks chunks, Relevance relevance, boolean capitalsTell) {
        this.chunks = chunks;
        this.relevance = relevance;
        this.capitalsTell = capitalsTell;
    }

    /** The mentions from one piece to before another, without the pieces that are {@code taken}. */
    List<Mention> read(int from, int to, IntPredicate taken) {
        var mentions = new ArrayList<Mention>();
        for (int at = from; at < to; at++) {
            if (isUnknown(at) && !taken.test(at)) {
                at = read(at, to, taken, mentions);
            }
        }
        return mentions;
    }

    /** A day that a mail is about is one of its words. */
    private boolean isUnknown(int at) {
        if (chunks.has(at, "relation")
                || chunks.has(at, "hint")
                || (chunks.has(at, "small-period") && chunks.isCapital(at))) {
            return true;
        }
        if (chunks.has(at, "weekday") || chunks.has(at, "month") || relevance.isPartOfName(at)) {
            return true;
        }
        return chunks.get(at).tags().isEmpty()
                && !chunks.get(at).words().getFirst().folded().equals(",");
    }

    /** Reads the mention that begins here; gives its last piece. */
    private int read(int start, int to, IntPredicate taken, List<Mention> mentions) {
        var words = new ArrayList<Word>();
        var alternatives = new ArrayList<List<String>>();
        var current = new ArrayList<String>();
        int last = start;
        for (int at = start; at < to && !taken.test(at); at++) {
            if (isUnknown(at) && (current.isEmpty() || !chunks.has(at, "hint"))) {
                chunks.get(at).words().forEach(word -> {
                    current.add(word.folded());
                    words.add(word);
                });
                last = at;
            } else if (isBetweenAlternatives(at, to, taken)) {
                alternatives.add(List.copyOf(current));
                current.clear();
                words.add(new Word(",", ",", 0));
            } else {
                break;
            }
        }
        alternatives.add(List.copyOf(current));
        var place = isRelation(start, last) ? Place.RELATION : place(start);
        boolean isName = places(place) || (capitalsTell && words.stream().anyMatch(Word::isCapital));
        mentions.add(new Mention(
                alternatives,
                place,
                isName,
                words.stream().map(Word::text).collect(Collectors.joining(" ")).replace(" ,", ","),
                last == start ? chunks.value(start, "hint") : Optional.empty()));
        return last;
    }

    /** In English a verb stands behind {@code to} as well. */
    private boolean places(Place place) {
        return switch (place) {
            case FROM, AT, RELATION -> true;
            case TO -> !capitalsTell;
            case ABOUT, ANY -> false;
        };
    }

    private boolean isBetweenAlternatives(int at, int to, IntPredicate taken) {
        boolean parts = chunks.has(at, "conjunction")
                || chunks.word(at).filter(","::equals).isPresent();
        return parts && at + 1 < to && isUnknown(at + 1) && !taken.test(at + 1);
    }

    /** {@code my landlord}, {@code von meiner besten Freundin}; not what a mail is about or goes to. */
    private boolean isRelation(int start, int last) {
        var place = place(start);
        int before = start - 1;
        while (chunks.has(before, "stop") && !chunks.has(before, "possessive")) {
            before--;
        }
        return place != Place.ABOUT
                && place != Place.TO
                && chunks.has(before, "possessive")
                && IntStream.rangeClosed(start, last).anyMatch(at -> chunks.has(at, "relation"));
    }

    private Place place(int start) {
        int before = start - 1;
        while (before >= 0 && chunks.has(before, "article")) {
            before--;
        }
        return chunks.value(before, "place")
                .map(value -> Place.valueOf(value.toUpperCase(Locale.ROOT)))
                .orElse(Place.ANY);
    }

    private static boolean isFilling(Tag tag) {
        return FILLING.contains(tag.group())
                || (tag.group().equals("topic")
                        && (tag.value().equals("mails") || tag.value().equals("senders")));
    }

    /** The words that only say what kind of thing or detail is meant. */
    static Set<String> vague(List<Chunk> chunks) {
        return chunks.stream()
                .filter(chunk -> chunk.has("hint") || chunk.has("aspect"))
                .flatMap(chunk -> chunk.words().stream())
                .map(Word::folded)
                .collect(Collectors.toSet());
    }

    /** The words that are neither filling nor signs. */
    static List<String> content(List<Chunk> chunks) {
        return chunks.stream()
                .filter(chunk -> chunk.tags().stream().noneMatch(MentionReader::isFilling))
                .flatMap(chunk -> chunk.words().stream())
                .map(Word::folded)
                .filter(word -> Character.isLetterOrDigit(word.codePointAt(0)))
                .distinct()
                .toList();
    }
}
