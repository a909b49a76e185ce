package io.countersign.ask.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A question that was read.
 *
 * @param kind what is wanted to know, where the words say so
 * @param kinds the same where the words say several things
 * @param aspects details that are asked for, as {@code ask/aspects.txt} calls them: {@code place}, {@code reason}
 * @param locale in which it is answered: the person's, unless it was asked in another language
 * @param contentWords its words without those that carry no meaning of their own, folded
 * @param vagueWords those of them that mails often say otherwise: a train is a railway's name, an address a street
 */
public record Inquiry(
        String text,
        Intent intent,
        Optional<Asking.Kind> kind,
        Set<Asking.Kind> kinds,
        Set<String> aspects,
        Locale locale,
        List<String> contentWords,
        Set<String> vagueWords) {
    public Inquiry {
        kinds = Set.copyOf(kinds);
        aspects = Set.copyOf(aspects);
        contentWords = List.copyOf(contentWords);
        vagueWords = Set.copyOf(vagueWords);
    }
}
