package io.countersign.money;

import io.countersign.classify.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What money was spent on, by the words of {@code money/categories.txt}: those of the merchant's name first, then those of
 * the subjects of its mails; the longest phrase wins. Immutable.
 */
public final class SpendingCategories {
    /** What nothing else fits. */
    public static final String OTHER = "other";

    private static final int LONGEST_PHRASE = 4;
    private static final int LONGEST_SUBJECT = 40;

    private final List<String> names;
    private final Map<String, String> ofMerchant = new HashMap<>();
    private final Map<String, String> ofSubject = new HashMap<>();
    private final MerchantKeys keys;

    private SpendingCategories(DataFile file, MerchantKeys keys) {
        this.keys = keys;
        this.names = file.sections().stream().map(DataFile.Section::name).toList();
        for (var section : file.sections()) {
            section.lines().forEach(line -> add(line, section.name()));
        }
    }

    private void add(DataFile.Line line, String category) {
        var words = line.words();
        line.require(words.size() > 1 && words.size() <= LONGEST_PHRASE + 1, "One to four words");
        var phrase = String.join("", words.subList(1, words.size()));
        boolean isMerchant = line.keyword().equals("merchant");
        line.require(isMerchant || line.keyword().equals("subject"), "merchant or subject");
        var phrases = isMerchant ? ofMerchant : ofSubject;
        var other = phrases.putIfAbsent(phrase, category);
        line.require(other == null, "'" + phrase + "' stands for " + other + " already");
    }

    public static SpendingCategories load(MerchantKeys keys) {
        return new SpendingCategories(DataFile.resource("money", "categories.txt"), keys);
    }

    /** All categories, in the order of the file. */
    public List<String> names() {
        return names;
    }

    /** The category of a charge, one of {@link #names()}. */
    public String of(MerchantKey merchant, List<String> subjects) {
        return longest(merchant.words(), ofMerchant)
                .or(() -> subjects.stream()
                        .flatMap(subject -> longest(words(subject), ofSubject).stream())
                        .findFirst())
                .orElse(OTHER);
    }

    private List<String> words(String subject) {
        var words = keys.words(subject);
        return words.subList(0, Math.min(words.size(), LONGEST_SUBJECT));
    }

    private static Optional<String> longest(List<String> words, Map<String, String> phrases) {
        for (int length = Math.min(LONGEST_PHRASE, words.size()); length > 0; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                var found = phrases.get(String.join("", words.subList(from, from + length)));
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }
}
