package io.countersign.ask.answering;

import io.countersign.ask.reading.Asking.Kind;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Word;
import io.countersign.ask.reading.WordSplitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What an answer has in it whatever it says: a day where somebody asks when, a figure where somebody asks how much, a place where
 * somebody asks where. A sentence without it answers nothing.
 *
 * @param isCertain false where any sentence may answer
 * @param tests what a sentence must have; a later one counts where no sentence passes those before
 */
record Need(boolean isCertain, List<Predicate<String>> tests) {
    static final Need ANYTHING = new Need(false, List.of(_ -> true));

    private static final Set<Kind> FACTS = Set.of(Kind.WHO, Kind.WHEN, Kind.SUM, Kind.COUNT, Kind.AVERAGE);
    private static final Set<String> MANY = Set.of("many", "viele", "vielen");
    private static final Set<String> NUMBERS = Set.of(
            "once", "twice", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "einmal", "zweimal", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
            "zwölf");
    private static final Set<String> CURRENCIES = Set.of("€", "£", "$", "¥", "eur", "gbp", "usd", "chf");

    Need {
        tests = List.copyOf(tests);
    }

    /** True where a person, a day, an amount or a number is asked for. */
    static boolean isOfFact(Set<Kind> kinds) {
        return !Collections.disjoint(kinds, FACTS);
    }

    /** What is asked for; several things where a question asks several. Never empty. */
    static List<Need> of(Inquiry inquiry, AnswerWords vocabulary) {
        var kinds = inquiry.kinds();
        var needs = new ArrayList<Need>();
        inquiry.aspects().stream()
                .sorted()
                .map(detail -> certain(text -> vocabulary.aspects().weight(text, Set.of(detail)) > 0, _ -> true))
                .forEach(needs::add);
        if (kinds.contains(Kind.SUM)) {
            needs.add(certain(Need::hasAmount, Need::hasFigure));
        } else if (kinds.contains(Kind.COUNT) || kinds.contains(Kind.AVERAGE)) {
            var speaks = speaksOf(counted(inquiry));
            needs.add(certain(text -> hasFigure(text) && speaks.test(text)));
        }
        if (kinds.contains(Kind.WHEN)) {
            needs.add(certain(vocabulary.days()::areIn));
        }
        return needs.isEmpty() ? List.of(ANYTHING) : needs;
    }

    /** What is counted: the word behind {@code how many}. */
    private static Optional<String> counted(Inquiry inquiry) {
        var words =
                WordSplitter.split(inquiry.text()).stream().map(Word::folded).toList();
        return IntStream.range(1, words.size())
                .filter(at -> MANY.contains(words.get(at - 1)))
                .mapToObj(words::get)
                .findFirst();
    }

    private static Predicate<String> speaksOf(Optional<String> word) {
        return word.map(one -> new WordForms(List.of(one)))
                .<Predicate<String>>map(forms -> text -> WordSplitter.split(text).stream()
                        .map(Word::folded)
                        .anyMatch(other -> !forms.metBy(other).isEmpty()))
                .orElse(_ -> true);
    }

    private static Need certain(Predicate<String> first, Predicate<String> otherwise) {
        return new Need(true, List.of(first, otherwise));
    }

    private static Need certain(Predicate<String> test) {
        return new Need(true, List.of(test));
    }

    private static boolean hasFigure(String sentence) {
        return sentence.chars().anyMatch(Character::isDigit)
                || WordSplitter.split(sentence).stream().map(Word::folded).anyMatch(NUMBERS::contains);
    }

    private static boolean hasAmount(String sentence) {
        return hasFigure(sentence)
                && WordSplitter.split(sentence).stream().map(Word::folded).anyMatch(CURRENCIES::contains);
    }
}
