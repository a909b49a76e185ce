package io.countersign.ask.reading;

/**
 * A word of a question, or a sign that stands for one.
 *
 * @param text as it was typed
 * @param folded for comparisons
 * @param place among the words of the question, from 0
 */
public record Word(String text, String folded, int place) {
    /** True for a word that is written like a name: within a sentence and capitalised. */
    boolean isCapital() {
        return place > 0 && Character.isUpperCase(text.codePointAt(0));
    }
}
