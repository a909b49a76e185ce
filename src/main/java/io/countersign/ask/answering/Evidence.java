package io.countersign.ask.answering;

import io.countersign.ask.answering.Retriever.Retrieved;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.shared.text.OneLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the sentences that speak of what is asked. Words that few of the mails have count more. A sentence supports an answer
 * when it and the head of its mail hold most of what the words of the question weigh, and the sentence some of it itself.
 */
final class Evidence {
    private static final double ENOUGH = 0.7;
    private static final double NEAR_BEST = 0.7;
    private static final double OF_HEAD = 0.4;
    private static final double STATES_FIGURE = 0.15;
    private static final double OF_SUBJECT = 0.8;
    private static final double OF_LONG = 0.8;
    private static final double OF_FRAGMENT = 0.6;
    private static final int LONG = 280;

    private final Set<String> asked;
    private final boolean figure;
    private final SentenceSplitter splitter;

    /**
     * A sentence.
     *
     * @param coverage the share of the question's weight that it and its mail's head hold, 0..1
     */
    record Sentence(Retrieved from, String text, double score, double coverage) {
        private Sentence times(double factor) {
            return new Sentence(from, text, score * factor, coverage);
        }
    }

    /** @param words of the question, folded */
    Evidence(List<String> words, java.util.Optional<Kind> kind, SentenceSplitter splitter) {
        this.asked = words.stream().map(Stem::of).collect(Collectors.toSet());
        this.figure =
                kind.filter(Set.of(Kind.WHEN, Kind.COUNT, Kind.SUM)::contains).isPresent();
        this.splitter = splitter;
    }

    /** At most so many sentences that support an answer, of different mails, best first. */
    List<Sentence> best(List<Retrieved> mails, int most) {
        var weights = weights(mails);
        var all = new ArrayList<Sentence>();
        mails.forEach(mail -> Stream.concat(
                        Stream.of(scored(mail, subject(mail), weights).times(OF_SUBJECT)),
                        splitter.sentences(mail.text()).stream().map(text -> scored(mail, text, weights)))
                .filter(sentence -> sentence.coverage() >= ENOUGH)
                .max(Comparator.comparingDouble(Sentence::score))
                .ifPresent(all::add));
        all.sort(Comparator.comparingDouble(Sentence::score).reversed());
        return all.stream()
                .filter(sentence ->
                        sentence.score() >= NEAR_BEST * all.getFirst().score())
                .limit(most)
                .toList();
    }

    /** Those mails that hold most of what the question's words weigh, in their order. */
    List<Retrieved> fitting(List<Retrieved> mails) {
        var weights = weights(mails);
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return mails.stream()
                .filter(mail -> {
                    var words = NameFilter.words(head(mail) + " " + mail.text());
                    double held = weights.entrySet().stream()
                            .filter(entry -> words.contains(entry.getKey()))
                            .mapToDouble(Map.Entry::getValue)
                            .sum();
                    return all > 0 && held >= ENOUGH * all;
                })
                .toList();
    }

    private Map<String, Double> weights(List<Retrieved> mails) {
        var having = new HashMap<String, Integer>();
        for (var mail : mails) {
            var words = NameFilter.words(head(mail) + " " + mail.text());
            asked.stream().filter(words::contains).forEach(word -> having.merge(word, 1, Integer::sum));
        }
        var weights = new HashMap<String, Double>();
        asked.forEach(word -> weights.put(word, Math.log(1 + (double) mails.size() / having.getOrDefault(word, 1))));
        return weights;
    }

    private Sentence scored(Retrieved mail, String text, Map<String, Double> weights) {
        var words = NameFilter.words(text);
        var head = NameFilter.words(head(mail));
        double in = 0;
        double beside = 0;
        double all = 0;
        for (var entry : weights.entrySet()) {
            all += entry.getValue();
            if (words.contains(entry.getKey())) {
                in += entry.getValue();
            } else if (head.contains(entry.getKey())) {
                beside += entry.getValue();
            }
        }
        double bonus = figure && text.chars().anyMatch(Character::isDigit) ? STATES_FIGURE * all : 0;
        boolean fragment = !SentenceSplitter.isWhole(text) && !text.equals(subject(mail));
        double length = (text.length() > LONG ? OF_LONG : 1) * (fragment ? OF_FRAGMENT : 1);
        double score = in == 0 ? 0 : length * (in + OF_HEAD * beside + bonus);
        return new Sentence(mail, text, score, in == 0 || all == 0 ? 0 : (in + beside) / all);
    }

    private static String subject(Retrieved mail) {
        return OneLine.of(mail.mail().envelope().subject());
    }

    private static String head(Retrieved mail) {
        var envelope = mail.mail().envelope();
        return envelope.subject() + " " + envelope.from().display();
    }
}
