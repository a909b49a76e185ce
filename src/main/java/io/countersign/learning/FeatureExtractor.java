package io.countersign.learning;

import io.countersign.mail.Message;
import io.countersign.shared.text.TextFold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The one featurizer, for learning from a decision and for scoring with what was learned: {@code category:},
 * {@code sender_domain:}, {@code listid:} and {@code contains:} for each known word that stands whole in subject or preview.
 * A pure function of the mail; thread-safe.
 */
public final class FeatureExtractor {
    /** The longest feature, in characters: what a sender chooses as domain or list must not grow without bound. */
    public static final int MAX_LENGTH = 200;

    private static final String WORDS = "/learning/tokens.txt";
    private final Set<String> words;

    FeatureExtractor(Collection<String> words) {
        this.words = Set.copyOf(words.stream().map(TextFold::fold).toList());
    }

    /** With the words of {@code resources/learning/tokens.txt}. */
    public static FeatureExtractor standard() {
        try (var in = Objects.requireNonNull(FeatureExtractor.class.getResourceAsStream(WORDS), WORDS)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            return new FeatureExtractor(lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(WORDS, e);
        }
    }

    /** The features of a mail, without repetition, always in the same order; each counts 1. */
    public List<String> features(Message message) {
        var features = new ArrayList<String>();
        features.add("category:" + message.understanding().category().id());
        var domain = message.envelope().senderDomain();
        if (!domain.isEmpty()) {
            features.add(bounded("sender_domain:" + domain));
        }
        message.envelope().listId().ifPresent(list -> features.add(bounded("listid:" + list)));
        var text = message.envelope().subject() + "\n" + message.envelope().preview();
        wordsIn(text).forEach(word -> features.add("contains:" + word));
        return features;
    }

    private Set<String> wordsIn(String text) {
        var folded = TextFold.fold(text);
        var found = new LinkedHashSet<String>();
        int start = 0;
        for (int at = 0; at <= folded.length(); at++) {
            if (at == folded.length() || !Character.isLetterOrDigit(folded.charAt(at))) {
                var word = folded.substring(start, at);
                if (words.contains(word)) {
                    found.add(word);
                }
                start = at + 1;
            }
        }
        return found;
    }

    private static String bounded(String feature) {
        return feature.length() <= MAX_LENGTH ? feature : feature.substring(0, MAX_LENGTH);
    }
}
