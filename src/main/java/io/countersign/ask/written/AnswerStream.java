package io.countersign.ask.written;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets a model's text through sentence by sentence, so that nothing is ever shown that is taken back later: citations of mails
 * that were not given disappear and the rest are numbered in the order in which they appear; a link stays only where a mail that
 * its sentence cites has the same link in its text; what would draw a picture is mere text. For one answer, on one thread.
 */
final class AnswerStream {
    /** What stands where a link was. */
    static final String NO_LINK = "…";

    private static final int MOST_READ = 200_000;
    private static final int LONGEST_SENTENCE = 2_000;
    private static final Pattern CITATION =
            Pattern.compile(" ?[\\[【]\\^?([0-9]{1,4}(?:[ ,;]{1,3}[0-9]{1,4}){0,20})(?:†[^\\]】]{0,40})?[\\]】]");

    private final List<GivenMail> given;
    private final List<Set<String>> links;
    private final Sentences sentences;
    private final Consumer<String> told;
    private final StringBuilder pending = new StringBuilder();
    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
    private final List<Sentence> written = new ArrayList<>();

    /**
     * A sentence as it was told.
     *
     * @param given indexes of the mails that it cites
     */
    record Sentence(String text, Set<Integer> given) {}

    AnswerStream(List<GivenMail> given, Sentences sentences, Consumer<String> told) {
        this.given = given;
        this.links = given.stream()
                .map(mail -> mail.subject() + "\n" + mail.from() + "\n" + mail.text())
                .map(text -> Links.texts(PlainText.of(text, MOST_READ)))
                .toList();
        this.sentences = sentences;
        this.told = told;
    }

    void accept(String piece) {
        pending.append(piece);
        drain(false);
    }

    void finish() {
        drain(true);
    }

    private void drain(boolean whole) {
        int from = 0;
        while (from < pending.length()) {
            int end = sentences.end(pending, from, whole);
            if (end < 0) {
                break;
            }
            take(pending.substring(from, end));
            from = end;
        }
        pending.delete(0, from);
    }

    private void take(String raw) {
        var plain = PlainText.of(raw, LONGEST_SENTENCE);
        if (plain.contains(PromptWriter.NOT_THERE)) {
            return;
        }
        var cited = new LinkedHashSet<Integer>();
        var text = numbered(plain, cited).replace("![", "[");
        var allowed = new LinkedHashSet<String>();
        cited.forEach(index -> allowed.addAll(links.get(index)));
        // A word that was cut where no language cuts could be a link whose end is in the next piece.
        var clean = Sentences.isCutWord(raw) ? NO_LINK + " " : Links.keepOnly(allowed, text, NO_LINK);
        written.add(new Sentence(clean, cited));
        told.accept(clean);
    }

    private String numbered(String text, Set<Integer> cited) {
        var result = new StringBuilder();
        var matcher = CITATION.matcher(text);
        int at = 0;
        while (matcher.find()) {
            result.append(text, at, matcher.start());
            boolean space = text.charAt(matcher.start()) == ' ';
            var marks = marks(matcher.group(1), cited);
            result.append(space && !marks.isEmpty() ? " " : "").append(marks);
            at = matcher.end();
        }
        return result.append(text, at, text.length()).toString();
    }

    private String marks(String list, Set<Integer> cited) {
        var marks = new StringBuilder();
        for (var part : list.split("[ ,;]+", -1)) {
            int index = Integer.parseInt(part) - 1;
            if (index >= 0 && index < given.size()) {
                cited.add(index);
                marks.append('[')
                        .append(numbers.computeIfAbsent(index, _ -> numbers.size() + 1))
                        .append(']');
            }
        }
        return marks.toString();
    }

    /** What was told so far, sentence by sentence. */
    List<Sentence> sentences() {
        return List.copyOf(written);
    }

    /** The mails that are cited, in the order of their new numbers. */
    List<GivenMail> cited() {
        return numbers.keySet().stream().map(given::get).toList();
    }
}
