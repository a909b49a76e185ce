package io.countersign.ask.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads questions in English and German by the words of {@code ask/}. Every text is a question. Thread-safe. */
public final class QuestionReader {
    private final Lexicon lexicon;
    private final Clock clock;
    private final Locale locale;

    /**
     * Reads for one person.
     *
     * @param clock now, and the person's zone
     * @param locale the person's: when a week begins, and the language of answers where a question's is not clear
     */
    public QuestionReader(Lexicon lexicon, Clock clock, Locale locale) {
        this.lexicon = lexicon;
        this.clock = clock;
        this.locale = locale;
    }

    /** What the question means. */
    public Inquiry read(String text) {
        return read(text, false);
    }

    /** The same without the words that are neither known nor written like a name. */
    public Inquiry readKnown(String text) {
        return read(text, true);
    }

    /** The question, or the two that it consists of; the second names whom the first does, unless it names somebody itself. */
    public List<String> clauses(Inquiry inquiry) {
        var parts = Clauses.of(Chunks.of(WordSplitter.split(inquiry.text()), lexicon));
        if (parts.size() < 2 || !mentions(parts.getLast()).isEmpty()) {
            return parts;
        }
        var named = mentions(parts.getFirst()).stream()
                .filter(mention -> mention.hint().isEmpty())
                .map(mention -> " " + preposition(mention.place(), inquiry.locale()) + mention.shown())
                .collect(Collectors.joining());
        return List.of(parts.getFirst(), parts.getLast() + named);
    }

    private List<Mention> mentions(String text) {
        return read(text).intent().by().mentions();
    }

    private static String preposition(Mention.Place place, Locale locale) {
        boolean german = locale.getLanguage().equals("de");
        return switch (place) {
            case FROM -> german ? "von " : "from ";
            case AT -> german ? "bei " : "at ";
            case TO, RELATION, ABOUT, ANY -> "";
        };
    }

    private Inquiry read(String text, boolean onlyKnown) {
        var all = Chunks.of(WordSplitter.split(text), lexicon);
        var answered = language(all);
        var chunks = lexicon.knows(answered.getLanguage()) ? all.in(answered.getLanguage()) : all;
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var one = new IntentReader(
                new Parts(chunks),
                lean -> new TimeReader(chunks, today, locale, lean),
                !answered.getLanguage().equals("de"),
                onlyKnown);
        return new Inquiry(
                text,
                one.intent(),
                one.kind(),
                one.kinds(),
                one.aspects(),
                answered,
                MentionReader.content(chunks.all()),
                MentionReader.vague(chunks.all()));
    }

    /** The language that more words are of. */
    private Locale language(Chunks chunks) {
        var counts = new HashMap<String, Integer>();
        for (var chunk : chunks.all()) {
            chunk.tags().stream()
                    .map(Lexicon.Tag::language)
                    .distinct()
                    .forEach(language -> counts.merge(language, chunk.words().size(), Integer::sum));
        }
        int german = counts.getOrDefault("de", 0);
        int english = counts.getOrDefault("en", 0);
        var asked = german > english ? Locale.GERMANY : german < english ? Locale.UK : locale;
        return asked.getLanguage().equals(locale.getLanguage()) ? locale : asked;
    }
}
