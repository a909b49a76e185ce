package io.countersign.ask.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says which sentences of an answer the cited mails support: by comparing words, not by understanding, so that the same answer
 * gets the same marks, and rather one mark too many.
 *
 * <p>A sentence is supported when it cites a mail (or stands in a paragraph whose next or last citation covers it) and in the cited
 * mails occur: every number, in any notation; every measure and date, as a whole; every word with a capital letter; and three
 * quarters of the other words that claim something (of up to three all), by their stems. It must deny where they deny. What speaks
 * in the first person, or claims that something was done to mail, is never supported.
 */
final class SupportCheck {
    private static final double SHARE = 0.75;
    private static final int MOST_COMPARED = 200;

    private final SupportWords known;
    private final FactReader reader;
    private final Sentences splitter;
    private final Claims claims;

    SupportCheck(SupportWords known) {
        this.known = known;
        this.reader = new FactReader(known);
        this.splitter = new Sentences(known);
        this.claims = new Claims(known);
    }

    /**
     * The sentences without support, as they stand in the answer but for white space around them; of a very long answer only the
     * beginning is compared, the rest counts as unsupported.
     */
    List<String> unsupported(List<AnswerStream.Sentence> sentences, List<GivenMail> given) {
        var unsupported = new ArrayList<String>();
        var read = new HashMap<Integer, CitedMail>();
        for (int i = 0; i < sentences.size(); i++) {
            var text = sentences.get(i).text().strip();
            if (onlyCites(text)) {
                continue;
            }
            var mails = covering(sentences, i).stream()
                    .map(index ->
                            read.computeIfAbsent(index, _ -> CitedMail.of(given.get(index), reader, splitter, known)))
                    .toList();
            if (i >= MOST_COMPARED || !isSupported(text, mails)) {
                unsupported.add(text);
            }
        }
        return unsupported;
    }

    private static boolean onlyCites(String text) {
        return withoutMarks(text).codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** Its own citations, else those of the next sentence of its paragraph that has some, else of the last before. */
    private static Set<Integer> covering(List<AnswerStream.Sentence> sentences, int at) {
        for (int i = at; i < sentences.size(); i++) {
            if (!sentences.get(i).given().isEmpty()) {
                return sentences.get(i).given();
            }
            if (endsParagraph(sentences.get(i))) {
                break;
            }
        }
        for (int i = at - 1; i >= 0 && !endsParagraph(sentences.get(i)); i--) {
            if (!sentences.get(i).given().isEmpty()) {
                return sentences.get(i).given();
            }
        }
        return Set.of();
    }

    private static boolean endsParagraph(AnswerStream.Sentence sentence) {
        return sentence.text().isBlank();
    }

    private boolean isSupported(String sentence, List<CitedMail> mails) {
        if (mails.isEmpty()) {
            return false;
        }
        var said = withoutBullet(withoutMarks(sentence));
        if (claims.ownDeed(said, mails)) {
            return false;
        }
        var facts = reader.read(said);
        return saysSomething(facts)
                && facts.numbers().stream()
                        .allMatch(number ->
                                anyOf(mails, mail -> mail.facts().numbers().contains(number)))
                && facts.measures().stream()
                        .allMatch(measure ->
                                anyOf(mails, mail -> mail.facts().measures().contains(measure)))
                && facts.dates().stream().allMatch(day -> anyOf(mails, mail -> mail.names(day)))
                && wordsOccur(facts, mails)
                && deniesAlike(facts, mails);
    }

    private static boolean anyOf(List<CitedMail> mails, Predicate<CitedMail> test) {
        return mails.stream().anyMatch(test);
    }

    private boolean saysSomething(Facts facts) {
        return !facts.numbers().isEmpty()
                || !facts.dates().isEmpty()
                || !content(facts).isEmpty();
    }

    private List<Facts.Word> content(Facts facts) {
        return facts.words().stream().filter(word -> isContent(word.text())).toList();
    }

    private boolean isContent(String word) {
        return word.length() >= 3
                && !known.neutral().contains(word)
                && !known.negation().contains(word);
    }

    private boolean wordsOccur(Facts facts, List<CitedMail> mails) {
        var content = content(facts);
        boolean names = content.stream()
                .filter(Facts.Word::capital)
                .allMatch(word -> anyOf(mails, mail -> mail.hasName(word.text())));
        var others = content.stream().filter(word -> !word.capital()).toList();
        long found = others.stream()
                .filter(word -> anyOf(mails, mail -> mail.hasStem(word.text())))
                .count();
        return names && found >= Math.ceil(SHARE * others.size());
    }

    private boolean deniesAlike(Facts facts, List<CitedMail> mails) {
        boolean denies =
                facts.words().stream().anyMatch(word -> known.negation().contains(word.text()));
        var content = content(facts).stream().map(Facts.Word::text).collect(Collectors.toSet());
        var alike = mails.stream().flatMap(mail -> mail.sentencesLike(content)).toList();
        return alike.isEmpty() ? !denies : alike.stream().anyMatch(other -> other == denies);
    }

    private static String withoutMarks(String sentence) {
        return sentence.replaceAll("\\[[0-9]{1,4}]", "");
    }

    private static String withoutBullet(String sentence) {
        return sentence.strip().replaceFirst("^(?:[-*•]|[0-9]{1,2}[.)])\\s+", "");
    }
}
