package io.countersign.money;

import java.util.List;

/**
 * What is left of a merchant's name when everything is gone that mails of one merchant write differently: case, accents,
 * legal form, relay, punctuation, domain ending.
 *
 * @param words in order; empty when the name says nothing
 */
public record MerchantKey(List<String> words) {
    public MerchantKey {
        words = List.copyOf(words);
    }

    /** The words in one, so that {@code DoorDash} and {@code Door Dash} are the same; empty for an unknown merchant. */
    public String text() {
        return String.join("", words);
    }
}
