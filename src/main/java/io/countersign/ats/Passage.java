package io.countersign.ats;

import io.countersign.mail.ParsedMail;
import java.util.Arrays;

/**
 * What the sender of a mail says in it, as sentences: the subject, then the body without quotes, signature and footer.
 *
 * @param edges offsets of the sentences in ascending order: sentence {@code i} lies between edge {@code i} and the next
 * @param bodyStart where the body begins
 */
record Passage(String text, int[] edges, int bodyStart) {
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_BODY = 16_000;

    static Passage of(ParsedMail mail, OwnWords ownWords) {
        var subject = bounded(mail.subject(), LONGEST_SUBJECT).replace('\n', ' ');
        var body = ownWords.of(bounded(mail.text(), LONGEST_BODY));
        var text = subject + "\n\n" + body;
        int start = subject.length() + 2;
        return new Passage(text, Sentences.edges(text, start), start);
    }

    private static String bounded(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** The number of the sentence that holds an offset. */
    int sentence(int offset) {
        int at = Arrays.binarySearch(edges, offset);
        return at >= 0 ? Math.min(at, edges.length - 2) : -at - 2;
    }

    boolean inSubject(int offset) {
        return offset < bodyStart;
    }

    boolean hasBody() {
        return text.length() > bodyStart && !text.substring(bodyStart).isBlank();
    }
}
