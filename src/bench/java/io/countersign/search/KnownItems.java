package io.countersign.search;

import io.countersign.mail.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions of somebody who knows that a mail exists: which words they remember of it, made by chance from the mail itself. */
final class KnownItems {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "the", "and", "for", "you", "your", "with", "from", "this", "that", "have", "has", "are", "was", "our",
            "not", "but", "all", "can", "will", "out", "get", "new", "fwd", "http", "https", "www", "com", "off", "its",
            "now");

    private final Map<String, Integer> mailsByWord = new HashMap<>();
    private final Map<String, Integer> mailsBySubject = new HashMap<>();
    private final Random random;

    /** A question and the mail that it is about. */
    record Question(String kind, String query, String messageId) {}

    /** What of a mail is remembered. */
    record Item(Message mail, String text) {}

    KnownItems(List<Item> items, long seed) {
        random = new Random(seed);
        for (var item : items) {
            new HashSet<>(words(item.text())).forEach(word -> mailsByWord.merge(word, 1, Integer::sum));
            mailsBySubject.merge(item.mail().envelope().subject(), 1, Integer::sum);
        }
    }

    /** At most {@code each} questions of every kind, about mails with a subject of their own. */
    List<Question> questions(List<Item> items, int each) {
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        var questions = new ArrayList<Question>();
        var made = new HashMap<String, Integer>();
        for (var item : shuffled) {
            if (mailsBySubject.getOrDefault(item.mail().envelope().subject(), 0) == 1) {
                add(questions, made, each, "rare words", rare(item), item);
                add(questions, made, each, "sender and word", senderAndWord(item), item);
                add(questions, made, each, "subject, reordered", subject(item, false), item);
                add(questions, made, each, "subject, other forms", subject(item, true), item);
            }
        }
        return questions;
    }

    private static void add(
            List<Question> questions, Map<String, Integer> made, int each, String kind, List<String> words, Item item) {
        if (words.size() >= 2 && made.getOrDefault(kind, 0) < each) {
            made.merge(kind, 1, Integer::sum);
            questions.add(new Question(
                    kind, String.join(" ", words), item.mail().envelope().messageId()));
        }
    }

    private List<String> rare(Item item) {
        var rare = new ArrayList<>(words(item.text()).stream()
                .distinct()
                .filter(word -> mailsByWord.getOrDefault(word, 0) >= 2 && mailsByWord.getOrDefault(word, 0) <= 40)
                .toList());
        Collections.shuffle(rare, random);
        return rare.stream().limit(2).toList();
    }

    private List<String> senderAndWord(Item item) {
        var names = words(item.mail().envelope().from().name());
        var common = new ArrayList<>(words(item.text()).stream()
                .distinct()
                .filter(word -> mailsByWord.getOrDefault(word, 0) > 10 && mailsByWord.getOrDefault(word, 0) <= 1000)
                .toList());
        Collections.shuffle(common, random);
        return names.isEmpty() || common.isEmpty()
                ? List.of()
                : List.of(names.get(random.nextInt(names.size())), common.getFirst());
    }

    private List<String> subject(Item item, boolean otherForms) {
        var words = new ArrayList<>(
                words(item.mail().envelope().subject()).stream().distinct().toList());
        Collections.shuffle(words, random);
        int kept = Math.min(4, Math.max(2, words.size() * 2 / 3));
        var left = words.stream().limit(kept).toList();
        return otherForms && !left.isEmpty() ? inflected(left) : left;
    }

    /** One word in another form, as memory has it. */
    private static List<String> inflected(List<String> words) {
        var other = new ArrayList<>(words);
        other.set(0, otherForm(words.getFirst()));
        return other;
    }

    private static String otherForm(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("s") && !word.endsWith("ss")) {
            return word.substring(0, word.length() - 1);
        }
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    /** ASCII words of three letters and more that say something: every engine splits them in the same way. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1)) {
            if (word.length() > 2
                    && word.length() < 20
                    && word.chars().allMatch(c -> c >= 'a' && c <= 'z')
                    && !EMPTY_WORDS.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
