package io.countersign.ask.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A question that was read.
 *
 * @param kind what is wanted to know, where the words say so
 * @param aspects details that are asked for, as {@code ask/aspects.txt} calls them: {@code place}, {@code reason}
 * @param locale in which it is answered: the person's, unless it was asked in another language
 * @param contentWords its words without those that carry no meaning of their own, folded
 */
public record Inquiry(
        String text,
        Intent intent,
        Optional<Asking.Kind> kind,
        Set<String> aspects,
        Locale locale,
        List<String> contentWords) {
    public Inquiry {
        aspects = Set.copyOf(aspects);
        contentWords = List.copyOf(contentWords);
    }
}
