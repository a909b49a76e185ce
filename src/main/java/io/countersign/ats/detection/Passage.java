package io.countersign.ats.detection;

import io.countersign.mail.ParsedMail;

/**
 * What the sender of a mail says in it, as sentences: the sender's name, the subject, then the body without quotes,
 * signature and footer; English short forms written in full.
 *
 * @param subjectStart where the subject begins
 * @param bodyStart where the body begins
 */
record Passage(String text, Sentences sentences, int subjectStart, int bodyStart) {
    private static final char NO_BREAK = '\u00a0';
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_BODY = 16_000;

    static Passage of(ParsedMail mail, OwnWords ownWords) {
        var sender = line(
                mail.from().name().isEmpty() ? mail.from().email() : mail.from().name(), LONGEST_NAME);
        var subject = Contractions.expanded(line(mail.subject(), LONGEST_SUBJECT));
        var body = Contractions.expanded(
                ownWords.of(bounded(mail.text(), LONGEST_BODY).replace(NO_BREAK, ' ')));
        int subjectStart = sender.length() + 2;
        int bodyStart = subjectStart + subject.length() + 2;
        var text = sender + "\n\n" + subject + "\n\n" + body;
        return new Passage(text, Sentences.of(text, bodyStart), subjectStart, bodyStart);
    }

    private static String line(String text, int length) {
        return bounded(text, length).replace('\n', ' ').replace(NO_BREAK, ' ');
    }

    private static String bounded(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** Where sentences begin, in ascending order: sentence {@code i} lies between edge {@code i} and the next. */
    int[] edges() {
        return sentences.edges();
    }

    String subject() {
        return text.substring(subjectStart, bodyStart - 2);
    }

    String body() {
        return text.substring(bodyStart);
    }

    /** The number of the sentence that holds an offset. */
    int sentence(int offset) {
        return sentences.at(offset);
    }

    boolean inSender(int offset) {
        return offset < subjectStart;
    }

    boolean inSubject(int offset) {
        return offset >= subjectStart && offset < bodyStart;
    }
}
