package io.countersign.ask.answering;

import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.Narrowing;
import io.countersign.ask.reading.Word;
import io.countersign.ask.reading.WordSplitter;
import io.countersign.shared.text.TextFold;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps what the words of a question name. Every word must be explained by what is stored: where one is neither found there nor
 * written like a name, the question was not understood.
 */
final class NameFilter {
    private NameFilter() {}

    /**
     * Those items that all mentions are met by and no exception.
     *
     * @param texts where an item's names stand
     * @return empty when the question has words that nothing explains
     */
    static <T> Optional<List<T>> of(Narrowing by, Collection<T> items, Function<T, String> texts) {
        var known = items.stream()
                .map(item -> new Named<>(item, words(texts.apply(item))))
                .toList();
        for (var mention : by.mentions()) {
            if (!mention.isName() && known.stream().noneMatch(item -> item.isMeant(mention))) {
                return Optional.empty();
            }
        }
        return Optional.of(known.stream()
                .filter(item -> by.mentions().stream().allMatch(item::isMeant))
                .filter(item -> by.except().stream().noneMatch(item::isMeant))
                .map(Named::item)
                .toList());
    }

    /** The words of a text, folded and without endings. */
    static Set<String> words(String text) {
        return WordSplitter.split(text).stream().map(Word::folded).map(Stem::of).collect(Collectors.toSet());
    }

    /** True when these words, folded and without endings, hold what is mentioned. */
    static boolean isMeant(Mention mention, Set<String> words) {
        return mention.isMetBy(word -> words.contains(Stem.of(word)));
    }

    /** The same of a text; a text without the letters is not even cut into words, since a mailbox has many. */
    static boolean isMeant(Mention mention, String text) {
        var folded = TextFold.fold(text);
        return mention.isMetBy(word -> folded.contains(Stem.of(word))) && isMeant(mention, words(text));
    }

    private record Named<T>(T item, Set<String> words) {
        boolean isMeant(Mention mention) {
            return NameFilter.isMeant(mention, words);
        }
    }
}
