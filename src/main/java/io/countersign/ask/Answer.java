package io.countersign.ask;

import io.countersign.policy.Action;
import java.time.Instant;
import java.util.List;

/**
 * An answer and what it rests on.
 *
 * @param text with marks such as {@code [1]} that name citations
 * @param certainty how it came about
 * @param citations in the order of their numbers, the first being 1
 * @param suggestions what the question wants done, mail by mail
 * @param unsupported sentences of the text that nothing in the cited mails supports
 */
public record Answer(
        String text,
        Certainty certainty,
        List<Citation> citations,
        List<Suggestion> suggestions,
        List<String> unsupported) {
    public Answer {
        citations = List.copyOf(citations);
        suggestions = List.copyOf(suggestions);
        unsupported = List.copyOf(unsupported);
    }

    /** That it is not known, in these words. */
    public static Answer unknown(String text) {
        return new Answer(text, Certainty.UNKNOWN, List.of(), List.of(), List.of());
    }

    /** How an answer came about. */
    public enum Certainty {
        /** Counted, added up or listed from what is stored. */
        EXACT,
        /** The same, to a question of which some words were not understood and left out, as the answer says. */
        PARTLY,
        /** Sentences taken from mails. */
        EXTRACTED,
        /** Written by a language model from mails. */
        WRITTEN,
        /** It is not known. */
        UNKNOWN
    }

    /** A mail that proves something. */
    public record Citation(long messageId, String subject, String from, Instant receivedAt) {}

    /** An action on a mail that the person may want. */
    public record Suggestion(long messageId, Action action, String reason) {}
}
