package io.countersign.ask.reading;

import io.countersign.classify.DataFile;
import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words by which questions are understood: {@code ask/en.txt} and {@code ask/de.txt}. A section {@code [group value]} holds
 * phrases that mean this value, several on a line parted by {@code |}; {@code ^} begins a phrase that counts only at the
 * beginning of a question, {@code word*} is any word that begins so. Immutable.
 */
public final class Lexicon {
    private static final List<String> LANGUAGES = List.of("en", "de");

    private final Node root = new Node();

    /** What a phrase means. */
    public record Tag(String group, String value, String language) {}

    /** A phrase that was found from one word to before another. */
    record Found(int from, int to, List<Tag> tags) {
        Found {
            tags = List.copyOf(tags);
        }
    }

    private static final class Node {
        private final Map<String, Node> words = new HashMap<>();
        private final Map<String, Node> beginnings = new HashMap<>();
        private final List<Tag> tags = new ArrayList<>();
        private final List<Tag> tagsAtStart = new ArrayList<>();
    }

    private Lexicon() {}

    /** Reads the data files. */
    public static Lexicon load() {
        var lexicon = new Lexicon();
        for (var language : LANGUAGES) {
            for (var section : DataFile.resource("ask", language + ".txt").sections()) {
                section.lines().forEach(line -> lexicon.add(section.name(), line, language));
            }
        }
        return lexicon;
    }

    boolean knows(String language) {
        return LANGUAGES.contains(language);
    }

    private void add(String section, DataFile.Line line, String language) {
        int space = section.indexOf(' ');
        var tag = new Tag(
                space < 0 ? section : section.substring(0, space),
                space < 0 ? "" : section.substring(space + 1).strip(),
                language);
        for (var phrase : line.text().split("\\|", -1)) {
            line.require(!phrase.isBlank(), "A phrase is missing");
            add(phrase.strip(), tag, line);
            var spelled = spelledOut(phrase.strip());
            if (!spelled.equals(phrase.strip())) {
                add(spelled, tag, line);
            }
        }
    }

    private void add(String phrase, Tag tag, DataFile.Line line) {
        boolean atStart = phrase.startsWith("^");
        var node = root;
        for (var part : (atStart ? phrase.substring(1) : phrase).split(" +", -1)) {
            boolean open = part.endsWith("*");
            var word = open ? part.substring(0, part.length() - 1) : part;
            line.require(word.length() > (open ? 2 : 0), "'" + part + "' is too short");
            node = (open ? node.beginnings : node.words).computeIfAbsent(TextFold.fold(word), _ -> new Node());
        }
        (atStart ? node.tagsAtStart : node.tags).add(tag);
    }

    /** As it is typed where there are no umlauts. */
    private static String spelledOut(String phrase) {
        return phrase.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }

    /** The longest phrase that begins with this word; the more exact one among those of the same length. */
    Optional<Found> longest(List<Word> words, int from) {
        var best = new ArrayList<Found>();
        search(root, words, from, from, best);
        return best.isEmpty() ? Optional.empty() : Optional.of(best.getFirst());
    }

    private void search(Node node, List<Word> words, int from, int at, List<Found> best) {
        var tags = new ArrayList<>(node.tags);
        if (from == 0) {
            tags.addAll(node.tagsAtStart);
        }
        if (!tags.isEmpty() && (best.isEmpty() || best.getFirst().to() < at)) {
            best.clear();
            best.add(new Found(from, at, tags));
        }
        if (at >= words.size()) {
            return;
        }
        var word = words.get(at).folded();
        var exact = node.words.get(word);
        if (exact != null) {
            search(exact, words, from, at + 1, best);
        }
        for (int length = word.length(); length > 2; length--) {
            var open = node.beginnings.get(word.substring(0, length));
            if (open != null) {
                search(open, words, from, at + 1, best);
            }
        }
    }
}
