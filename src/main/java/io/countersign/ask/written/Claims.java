package io.countersign.ask.written;

import com.google.re2j.Pattern;
import io.countersign.shared.text.TextFold;
import java.util.List;
import java.util.Set;

/** Finds sentences in which a model speaks of itself or of something done to mail: no mail can know that. */
final class Claims {
    private static final Pattern QUOTED = Pattern.compile("[\"“„«]([^\"“”„«»]{3,400})[\"”“»]");

    private final SupportWords known;

    Claims(SupportWords known) {
        this.known = known;
    }

    /** What stands in quotation marks and in a cited mail is the mail's word, not the model's. */
    boolean ownDeed(String sentence, List<CitedMail> mails) {
        var words = List.of(TextFold.fold(withoutQuotes(sentence, mails)).split("[^\\p{L}\\p{M}'’-]+", -1));
        return has(words, known.self()) || deedOnMail(words);
    }

    private boolean deedOnMail(List<String> words) {
        long content = words.stream()
                .filter(word -> word.length() >= 3
                        && !known.neutral().contains(word)
                        && !known.auxiliaries().contains(word))
                .count();
        boolean object = has(words, known.objects()) || content <= 2;
        boolean passive = has(words, known.passiveDeeds()) && has(words, known.auxiliaries());
        return object && (has(words, known.deeds()) || passive);
    }

    private static boolean has(List<String> words, Set<String> wanted) {
        return words.stream().map(word -> word.replace('’', '\'')).anyMatch(wanted::contains);
    }

    private static String withoutQuotes(String sentence, List<CitedMail> mails) {
        var rest = new StringBuilder();
        var matcher = QUOTED.matcher(sentence);
        int at = 0;
        while (matcher.find()) {
            var quoted = matcher.group(1).strip();
            boolean theirs = mails.stream().anyMatch(mail -> mail.says(quoted));
            rest.append(sentence, at, theirs ? matcher.start() : matcher.end());
            at = matcher.end();
        }
        return rest.append(sentence, at, sentence.length()).toString();
    }
}
