package io.countersign.money.extraction;

import io.countersign.classify.DataFile;
import io.countersign.money.extraction.Words.Word;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Weighs words that show whether a mail is about a charge and of which kind, by {@code money/signs.txt}. Immutable. */
final class ChargeSigns {
    private static final int MAX_TEXT = 16_000;
    private static final int MOST_TOPICS = 4;
    private static final int MOST_AGAINST = -20;
    private static final Set<Topic> UNCOUNTED = Set.of(Topic.PENDING, Topic.CANCELLED, Topic.FAILED);

    private final PhraseBook<Integer> subjectFor = new PhraseBook<>();
    private final PhraseBook<Integer> textFor = new PhraseBook<>();
    private final Set<String> roles = new HashSet<>();
    private final PhraseBook<Boolean> beginnings = new PhraseBook<>();
    private final Map<Topic, PhraseBook<Boolean>> topics = new EnumMap<>(Topic.class);

    /** What a mail about a charge can be about. */
    enum Topic {
        REFUND,
        INCOME,
        SUBSCRIPTION,
        INVOICE,
        ORDER,
        BANK,
        PENDING,
        CANCELLED,
        FAILED,
        PAID
    }

    /**
     * What was found.
     *
     * @param subject points for a charge in the subject, negative ones against
     * @param text the same of the text
     * @param inSubject topics that the subject names
     * @param inText topics of the text with the number of different phrases
     */
    record Reading(int subject, int text, Map<Topic, Integer> inSubject, Map<Topic, Integer> inText) {
        int points() {
            return subject + text + Math.min(MOST_TOPICS, topics());
        }

        private int topics() {
            return inText.entrySet().stream()
                    .filter(topic -> !UNCOUNTED.contains(topic.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        boolean subject(Topic topic) {
            return inSubject.containsKey(topic);
        }

        int text(Topic topic) {
            return inText.getOrDefault(topic, 0);
        }

        boolean any(Topic topic) {
            return subject(topic) || text(topic) > 0;
        }
    }

    ChargeSigns(DataFile file) {
        for (var topic : Topic.values()) {
            topics.put(topic, new PhraseBook<>());
        }
        for (var section : file.sections()) {
            var head = section.name().split(" ", 2);
            for (var line : section.lines()) {
                add(section, head, line.text());
                addBeginning(line.text());
            }
        }
    }

    private void addBeginning(String phrase) {
        var first = Words.of(phrase).getFirst().text();
        if (OpenWords.isOpen(phrase)) {
            beginnings.add(phrase, true);
        } else if (!beginnings.begins(first)) {
            beginnings.add(first, true);
        }
    }

    private void add(DataFile.Section section, String[] head, String phrase) {
        switch (head[0]) {
            case "subject" -> subjectFor.add(phrase, points(section, head));
            case "against-subject" -> subjectFor.add(phrase, -points(section, head));
            case "text" -> textFor.add(phrase, points(section, head));
            case "role" -> roles.addAll(List.of(phrase.split(" ", -1)));
            case "against" -> textFor.add(phrase, -points(section, head));
            case "nothing" -> {
                subjectFor.add(phrase, 0);
                textFor.add(phrase, 0);
                topics.values().forEach(book -> book.add(phrase, false));
            }
            default -> topic(section, head[0]).add(phrase, true);
        }
    }

    private PhraseBook<Boolean> topic(DataFile.Section section, String name) {
        for (var topic : topics.entrySet()) {
            if (topic.getKey().name().equalsIgnoreCase(name)) {
                return topic.getValue();
            }
        }
        throw section.at().refuse("'" + name + "' is not a kind of sign");
    }

    private static int points(DataFile.Section section, String[] head) {
        try {
            return Integer.parseInt(head[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw section.at().refuse("Expected [name points]");
        }
    }

    /** What subject and text say; of a long text its beginning counts. */
    Reading read(String subject, String text) {
        var subjectWords = Words.of(subject, 0, Math.min(subject.length(), 500));
        var textWords = Words.of(text, 0, Math.min(text.length(), MAX_TEXT));
        var inSubject = places(subjectWords);
        var inText = places(textWords);
        return new Reading(
                inSubject(subjectWords, inSubject),
                inText(textWords, inText),
                topics(subjectWords, inSubject),
                topics(textWords, inText));
    }

    /** Whether the part of an address before the {@code @} names an office, not a person. */
    boolean isRole(String local) {
        return Words.of(local).stream()
                .map(Word::text)
                .anyMatch(word -> roles.contains(word)
                        || roles.stream().anyMatch(role -> role.length() >= 5 && word.startsWith(role)));
    }

    /** What the subject alone says. */
    Reading read(String subject) {
        return read(subject, "");
    }

    /** Where any phrase can begin: few places, and all lists are looked up only there. */
    private int[] places(List<Word> words) {
        return IntStream.range(0, words.size())
                .filter(at -> beginnings.begins(words.get(at).text()))
                .toArray();
    }

    private int inSubject(List<Word> words, int[] places) {
        int best = 0;
        int against = 0;
        for (var hit : subjectFor.find(words, places)) {
            best = Math.max(best, hit.meaning());
            against = Math.min(against, hit.meaning());
        }
        return best + against;
    }

    private int inText(List<Word> words, int[] places) {
        int strong = 0;
        int details = 0;
        int against = 0;
        var seen = new HashSet<String>();
        for (var hit : textFor.find(words, places)) {
            int points = hit.meaning();
            boolean fresh = seen.add(phrase(words, hit.first(), hit.last()));
            strong = Math.max(strong, points > 2 ? points : 0);
            details += fresh && points > 0 && points <= 2 ? points : 0;
            against += fresh && points < 0 ? points : 0;
        }
        return strong + Math.min(details, 8) + Math.max(against, MOST_AGAINST);
    }

    private static String phrase(List<Word> words, int first, int last) {
        var phrase = new StringBuilder();
        for (int i = first; i <= last; i++) {
            phrase.append(words.get(i).text()).append(' ');
        }
        return phrase.toString();
    }

    private Map<Topic, Integer> topics(List<Word> words, int[] places) {
        var found = new EnumMap<Topic, Integer>(Topic.class);
        topics.forEach((topic, book) -> {
            var seen = new HashSet<String>();
            for (var hit : book.find(words, places)) {
                if (hit.meaning()) {
                    seen.add(phrase(words, hit.first(), hit.last()));
                }
            }
            if (!seen.isEmpty()) {
                found.put(topic, seen.size());
            }
        });
        return found;
    }
}
