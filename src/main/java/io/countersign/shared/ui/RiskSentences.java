package io.countersign.shared.ui;

import io.countersign.shared.text.OneLine;
import java.util.Locale;
import java.util.regex.Pattern;

/** Why a mail is risky, in the person's language. Reasons are stored in English; one that nobody translated stays as it is. */
public final class RiskSentences {
    // What was seen stands in brackets, and in quotation marks where it is a phrase.
    private static final Pattern SEEN = Pattern.compile("([^(]*)\\(\"?(.*?)\"?\\)([^()]*)");

    private final Texts texts;

    public RiskSentences(Texts texts) {
        this.texts = texts;
    }

    /** The sentence; what was seen in the mail stays as it is, on one line. */
    public String of(String reason) {
        var line = OneLine.of(reason);
        var found = SEEN.matcher(line);
        var key = found.matches() ? "reason.risk." + slug(found.group(1) + found.group(3)) : "";
        return texts.has(key) ? texts.get(key, found.group(2)) : line;
    }

    /** The letters of a sentence, as keys of texts hold them. */
    public static String slug(String sentence) {
        return sentence.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", " ")
                .strip()
                .replace(' ', '_');
    }
}
