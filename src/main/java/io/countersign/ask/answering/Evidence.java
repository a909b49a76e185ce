package io.countersign.ask.answering;

import io.countersign.ask.answering.Retriever.Retrieved;
import io.countersign.ask.reading.Word;
import io.countersign.ask.reading.WordSplitter;
import io.countersign.shared.text.OneLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the sentences that speak of what is asked. Words that few of the mails have count more, in any of their forms. A sentence
 * supports an answer when it, its neighbours and the head of its mail hold most of what the words of the question weigh, and when
 * it has what an answer must have ({@link Need}).
 */
final class Evidence {
    // Shares chosen by hand on the questions of src/test/resources/ask (docs/decisions/0022).
    private static final double ENOUGH = 0.7;
    private static final double HALF = 0.5;
    private static final double NEAR_BEST = 0.8;
    // of words in a sentence, in the head of its mail, around it, elsewhere in its mail
    private static final List<Double> SCORED = List.of(1.0, 0.4, 0.3, 0.0);
    private static final List<Double> COVERING = List.of(1.0, 1.0, 1.0, 0.5);
    private static final double OF_VAGUE = 0.4;
    private static final double OF_OTHER = 0.3;
    private static final double OF_OTHER_OF_FEW = 1.2;
    private static final double MEETS = 0.25;
    private static final double OF_SUBJECT = 0.8;
    private static final double OF_LONG = 0.8;
    private static final double OF_FRAGMENT = 0.6;
    private static final int LONG = 280;
    private static final int AROUND = 2;
    private static final int FEW = 3;

    private final Words words;
    private final WordForms forms;
    private final List<Need> needs;
    private final SentenceSplitter splitter;

    /**
     * The words of a question, folded.
     *
     * @param asked those that an answer must speak of
     * @param vague those of them that mails often say otherwise, such as what kind of shop it was
     * @param all those that tell which of several sentences answers best
     */
    record Words(List<String> asked, Set<String> vague, List<String> all) {
        Words {
            asked = List.copyOf(asked);
            vague = Set.copyOf(vague);
            all = List.copyOf(all);
        }

        /** Those to search by: where little is asked by name, also by the others. */
        List<String> sought() {
            return asked.size() < FEW ? distinct() : asked;
        }

        private List<String> distinct() {
            return Stream.concat(asked.stream(), all.stream()).distinct().toList();
        }

        private double share(String word) {
            double other = asked.size() < FEW ? OF_OTHER_OF_FEW : OF_OTHER;
            return !asked.contains(word) ? other : vague.contains(word) ? OF_VAGUE : 1;
        }
    }

    /**
     * A sentence.
     *
     * @param coverage the share of the question's weight that it, its neighbours, its mail's head and, by half, the rest of its
     *     mail hold, 0..1
     */
    record Sentence(Retrieved from, String text, double score, double coverage) {}

    /** @param needs what is asked for, at least one */
    Evidence(Words words, List<Need> needs, SentenceSplitter splitter) {
        this.words = words;
        this.forms = new WordForms(words.distinct());
        this.needs = List.copyOf(needs);
        this.splitter = splitter;
    }

    /** At most so many sentences for each need that support an answer, of different mails, best first. */
    List<Sentence> best(List<Retrieved> mails, int most) {
        var weights = weights(mails);
        var passages = mails.stream().map(mail -> passages(mail, weights)).toList();
        return needs.stream()
                .flatMap(need -> need.tests().stream()
                        .map(test -> best(need, test, passages, most))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<Sentence> best(Need need, Predicate<String> test, List<List<Passage>> mails, int most) {
        var all = mails.stream()
                .flatMap(passages -> passages.stream()
                        .filter(passage -> test.test(passage.text()))
                        .flatMap(passage -> passage.sentence(need).stream())
                        .max(Comparator.comparingDouble(Sentence::score))
                        .stream())
                .sorted(Comparator.comparingDouble(Sentence::score).reversed())
                .toList();
        return all.stream()
                .filter(sentence ->
                        sentence.score() >= NEAR_BEST * all.getFirst().score())
                .limit(most)
                .toList();
    }

    private List<Passage> passages(Retrieved mail, Map<String, Double> weights) {
        var head = met(head(mail));
        var texts = splitter.sentences(mail.text());
        var held = texts.stream().map(this::met).toList();
        var whole = union(held);
        var subject = subject(mail);
        var passages = new ArrayList<Passage>();
        passages.add(passage(mail, subject, true, List.of(met(subject), head), weights));
        for (int i = 0; i < texts.size(); i++) {
            var near = union(held.subList(Math.max(0, i - AROUND), Math.min(texts.size(), i + AROUND + 1)));
            passages.add(passage(mail, quote(texts, i), false, List.of(held.get(i), head, near, whole), weights));
        }
        return passages;
    }

    /** A question is quoted with what follows it. */
    private static String quote(List<String> sentences, int at) {
        var text = sentences.get(at);
        return text.endsWith("?") && at + 1 < sentences.size() ? text + " " + sentences.get(at + 1) : text;
    }

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** @param held the words of the question in the sentence, in the head of its mail, around it, and in all of its mail */
    private Passage passage(
            Retrieved mail, String text, boolean isSubject, List<Set<String>> held, Map<String, Double> weights) {
        var seen = new HashSet<String>();
        double score = 0;
        double coverage = 0;
        for (int i = 0; i < held.size(); i++) {
            var here = held.get(i).stream().filter(seen::add).toList();
            score += SCORED.get(i) * sum(weights, here);
            coverage += COVERING.get(i) * sum(weights, asked(here));
        }
        double all = sum(weights, words.asked());
        boolean speaks = !asked(held.getFirst()).isEmpty();
        return new Passage(mail, text, isSubject, speaks, all == 0 ? 0 : coverage / all, score, all);
    }

    private List<String> asked(Collection<String> held) {
        return held.stream().filter(words.asked()::contains).toList();
    }

    /**
     * A sentence where it stands.
     *
     * @param speaks it has words of the question itself
     * @param all what the words of the question weigh
     */
    private record Passage(
            Retrieved mail, String text, boolean isSubject, boolean speaks, double coverage, double score, double all) {
        Optional<Sentence> sentence(Need need) {
            if (coverage < ENOUGH || !(speaks || (need.isCertain() && !isSubject))) {
                return Optional.empty();
            }
            double bonus = need.isCertain() ? MEETS * all : 0;
            return Optional.of(new Sentence(mail, text, (score + bonus) * factor(need), coverage));
        }

        /** A heading or a signature seldom answers; a field does, {@code Where: Leeds}, if it has what is asked for. */
        private double factor(Need need) {
            boolean fragment = !SentenceSplitter.isWhole(text) && !isSubject && !need.isCertain();
            double trust = 1 - mail.mail().understanding().riskScore() / 100.0;
            return trust
                    * (isSubject ? OF_SUBJECT : 1)
                    * (text.length() > LONG ? OF_LONG : 1)
                    * (fragment ? OF_FRAGMENT : 1);
        }
    }

    /** Those mails that hold most of what the question's words weigh, in their order. */
    List<Retrieved> fitting(List<Retrieved> mails) {
        return holding(ENOUGH, mails);
    }

    /** Those mails that hold half of it or more, in their order. */
    List<Retrieved> near(List<Retrieved> mails) {
        return holding(HALF, mails);
    }

    private List<Retrieved> holding(double share, List<Retrieved> mails) {
        var weights = weights(mails);
        double all = sum(weights, words.asked());
        return mails.stream()
                .filter(mail -> all > 0 && sum(weights, asked(met(head(mail) + "\n" + mail.text()))) >= share * all)
                .toList();
    }

    private Map<String, Double> weights(List<Retrieved> mails) {
        var having = new HashMap<String, Integer>();
        mails.forEach(
                mail -> met(head(mail) + "\n" + mail.text()).forEach(word -> having.merge(word, 1, Integer::sum)));
        var weights = new HashMap<String, Double>();
        words.distinct()
                .forEach(word -> weights.put(
                        word, words.share(word) * Math.log(1 + (double) mails.size() / having.getOrDefault(word, 1))));
        return weights;
    }

    private static double sum(Map<String, Double> weights, Collection<String> words) {
        return words.stream()
                .mapToDouble(word -> weights.getOrDefault(word, 0.0))
                .sum();
    }

    /** The words of the question that stand in a text, whatever its length. */
    private Set<String> met(String text) {
        return text.lines()
                .flatMap(line -> WordSplitter.split(line).stream())
                .map(Word::folded)
                .flatMap(word -> forms.metBy(word).stream())
                .collect(Collectors.toSet());
    }

    private static String subject(Retrieved mail) {
        return OneLine.of(mail.mail().envelope().subject());
    }

    private static String head(Retrieved mail) {
        var envelope = mail.mail().envelope();
        return envelope.subject() + " " + envelope.from().display();
    }
}
