package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.shared.task.Progress;
import io.countersign.shared.text.OneLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Summarises mails by one sentence of each, oldest first: the one with most of the words that the mails share (after SumBasic,
 * Nenkova and Vanderwende 2005). Word for word, so that nothing is said that no mail says.
 */
public final class SummaryAnswerer implements Answerer {
    private static final int MAILS = 8;
    private static final int LONGEST_TEXT = 20_000;
    private static final int SHORTEST_WORD = 4;
    private static final int FEWEST_WORDS = 5;
    private static final double OF_FRAGMENT = 0.5;

    private final Desks desks;
    private final Phrases phrases;

    public SummaryAnswerer(Desks desks, Phrases phrases) {
        this.desks = desks;
        this.phrases = phrases;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        if (!(inquiry.intent() instanceof Intent.Summary(var by))) {
            return Optional.empty();
        }
        var newest = new MeantMails(desks, by, progress)
                .find().orElse(List.of()).stream()
                        .filter(mark -> !mark.flags().suspicious())
                        .limit(MAILS)
                        .toList();
        var mails = MeantMails.read(desks, newest);
        if (mails.isEmpty()) {
            return Optional.empty();
        }
        var answer = summary(withThread(mails), new Speech(phrases, inquiry.locale(), desks.zone()));
        told.accept(answer.text());
        return Optional.of(answer);
    }

    /** One mail stands for its conversation, of which the person's own part is told as well. */
    private List<Message> withThread(List<Message> mails) {
        if (mails.size() > 1) {
            return mails.reversed();
        }
        var only = mails.getFirst();
        var thread = new ArrayList<Message>();
        desks.messages().forEachFrom(only.threadId(), mail -> {
            if (mail.threadId() == only.threadId()) {
                thread.add(mail);
            }
            return mail.id() < only.id() + 1000 && thread.size() < MAILS;
        });
        return thread.isEmpty() ? mails : thread;
    }

    private Answer summary(List<Message> mails, Speech speech) {
        var splitter = new SentenceSplitter(speech.locale());
        var texts = new ArrayList<List<String>>();
        mails.forEach(mail -> texts.add(splitter.sentences(text(mail))));
        var shared = frequencies(texts);
        var citations = new Citations();
        var text = new StringBuilder(speech.say("ask.summary", mails.size()));
        for (int i = 0; i < mails.size(); i++) {
            var envelope = mails.get(i).envelope();
            var line = speech.say(
                    "ask.summary.line",
                    speech.day(envelope.receivedAt()),
                    OneLine.of(envelope.from().display()),
                    central(texts.get(i), shared).orElseGet(() -> OneLine.of(envelope.subject())));
            text.append("\n• ").append(line).append(citations.mark(mails.get(i)));
        }
        return new Answer(text.toString(), Certainty.EXTRACTED, citations.all(), List.of(), List.of());
    }

    private String text(Message mail) {
        var text = desks.reader()
                .read(mail.id())
                .map(ParsedMail::text)
                .orElse(mail.envelope().preview());
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private static Map<String, Double> frequencies(List<List<String>> texts) {
        var counts = new HashMap<String, Double>();
        texts.forEach(sentences -> NameFilter.words(String.join(" ", sentences)).stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .forEach(word -> counts.merge(word, 1.0 / texts.size(), Double::sum)));
        return counts;
    }

    private static Optional<String> central(List<String> sentences, Map<String, Double> shared) {
        return sentences.stream()
                .filter(sentence -> sentence.split(" ", -1).length >= FEWEST_WORDS)
                .max(Comparator.comparingDouble(sentence -> weight(sentence, shared)));
    }

    private static double weight(String sentence, Map<String, Double> shared) {
        var words = NameFilter.words(sentence).stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
        double sum = words.stream()
                .mapToDouble(word -> shared.getOrDefault(word, 0.0))
                .sum();
        double whole = SentenceSplitter.isWhole(sentence) ? 1 : OF_FRAGMENT;
        return words.isEmpty() ? 0 : whole * sum / Math.sqrt(words.size());
    }
}
