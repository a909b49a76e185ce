package io.countersign.ask.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Words of a question that only mail can explain: a company, a person, a shop, a subject.
 *
 * @param alternatives any of these; of each all words, folded
 * @param place what the word before them says of their role
 * @param isName they are written or placed like a name: where nothing of this name is found, there is none
 * @param shown as they were typed
 * @param hint what they are a kind of, a category of spending: {@code travel} for a train; empty where no file says
 */
public record Mention(
        List<List<String>> alternatives, Place place, boolean isName, String shown, Optional<String> hint) {
    public Mention {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /** The role of a mention. */
    public enum Place {
        /** Behind {@code from}, {@code by}: who sent or sold it. */
        FROM,
        /** Behind {@code to}. */
        TO,
        /** Behind {@code at}, {@code with}, {@code for}. */
        AT,
        /** Behind {@code my}: who is called by what they are to the person, {@code my landlord}; sent it. */
        RELATION,
        /** Behind {@code about}: what it is about. */
        ABOUT,
        ANY
    }

    /** True when it says who sent or sold something. */
    public boolean isSender() {
        return place == Place.FROM || place == Place.RELATION;
    }

    /** True when one alternative has only words that satisfy the test. */
    public boolean isMetBy(Predicate<String> word) {
        return alternatives.stream().anyMatch(words -> words.stream().allMatch(word));
    }
}
