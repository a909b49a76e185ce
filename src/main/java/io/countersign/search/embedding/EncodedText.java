package io.countersign.search.embedding;

import io.countersign.mail.Message;

/** What is encoded of a mail: its subject and the first {@link #WORDS} words of its text, as far as they are stored beside it. */
final class EncodedText {
    static final int WORDS = 50;

    private final String text;

    private EncodedText(String text) {
        this.text = text;
    }

    static EncodedText of(Message mail) {
        var envelope = mail.envelope();
        var subject = envelope.subject().strip();
        var begin = firstWords(envelope.preview());
        return new EncodedText(subject.isEmpty() ? begin : subject + ". " + begin);
    }

    private static String firstWords(String preview) {
        int words = 0;
        for (int at = 0; at < preview.length(); at++) {
            if (Character.isWhitespace(preview.charAt(at)) && ++words == WORDS) {
                return preview.substring(0, at);
            }
        }
        return preview;
    }

    /** False where there is nothing that could mean something. */
    boolean saysSomething() {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /** The same for the same text. */
    int hash() {
        return text.hashCode();
    }

    String text() {
        return text;
    }
}
