package io.countersign.ask.written;

import io.countersign.ask.written.Facts.Day;
import io.countersign.shared.text.TextFold;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A mail made ready to be compared with sentences that cite it. */
final class CitedMail {
    private static final int MOST_READ = 30_000;
    private static final Set<String> ENDINGS = Set.of("s", "'s", "’s", "es", "n", "en", "e", "er");

    private final Facts facts;
    private final Set<String> words;
    private final List<Line> lines;
    private final String folded;
    private final Day received;

    private record Line(Set<String> words, boolean denies) {
        long shared(Set<String> content) {
            return content.stream()
                    .filter(word -> words.contains(word) || words.stream().anyMatch(own -> sameStem(own, word)))
                    .count();
        }
    }

    private CitedMail(Facts facts, Set<String> words, List<Line> lines, String folded, Day received) {
        this.facts = facts;
        this.words = words;
        this.lines = lines;
        this.folded = folded;
        this.received = received;
    }

    static CitedMail of(GivenMail mail, FactReader reader, Sentences splitter, SupportWords known) {
        var text = PlainText.of(mail.subject() + "\n" + mail.from() + "\n" + mail.text(), MOST_READ);
        var lines = new ArrayList<Line>();
        for (var sentence : splitter.split(text)) {
            var said = reader.vocabulary(sentence);
            lines.add(new Line(said, said.stream().anyMatch(known.negation()::contains)));
        }
        var day = mail.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return new CitedMail(
                reader.read(text),
                reader.vocabulary(text),
                lines,
                TextFold.fold(text),
                new Day(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    }

    Facts facts() {
        return facts;
    }

    /** Whether the mail names this day, or came on it; a day without a year is near the day on which the mail came. */
    boolean names(Day day) {
        return day.matches(received)
                || facts.dates().stream()
                        .anyMatch(own -> own.matches(day)
                                && (own.year() > 0 || day.year() == 0 || Math.abs(day.year() - received.year()) <= 1));
    }

    /** Whether it has this word, up to an ending. */
    boolean hasName(String name) {
        return words.contains(name)
                || words.stream().anyMatch(word -> differByEnding(word, name) || differByEnding(name, word));
    }

    private static boolean differByEnding(String longer, String shorter) {
        return shorter.length() >= 3
                && longer.startsWith(shorter)
                && ENDINGS.contains(longer.substring(shorter.length()));
    }

    /** Whether it has a word of the same stem. */
    boolean hasStem(String word) {
        return words.contains(word) || words.stream().anyMatch(own -> sameStem(own, word));
    }

    /** Words of at least six letters that differ in no more than their last three, or in an ending. */
    static boolean sameStem(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return (longer >= 6 && common >= Math.max(5, longer - 3))
                || differByEnding(one, other)
                || differByEnding(other, one);
    }

    /** Whether each of its sentences that has at least half of the words denies something. */
    Stream<Boolean> sentencesLike(Set<String> content) {
        return lines.stream()
                .filter(line -> !content.isEmpty() && 2 * line.shared(content) >= content.size())
                .map(Line::denies);
    }

    /** Whether it says this, word for word. */
    boolean says(String text) {
        return folded.contains(TextFold.fold(text));
    }
}
