package io.countersign.ask.written;

import io.countersign.classify.DataFile;
import io.countersign.shared.text.TextFold;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of {@code ask/support.txt}.
 *
 * @param neutral words that claim nothing by themselves
 * @param months number of the month by its name
 * @param numbers digits by the word for them
 * @param units one name for each unit or currency, by all of its names
 */
record SupportWords(
        Set<String> neutral,
        Set<String> negation,
        Set<String> self,
        Set<String> deeds,
        Set<String> passiveDeeds,
        Set<String> auxiliaries,
        Set<String> objects,
        Set<String> abbreviations,
        Map<String, String> months,
        Map<String, String> numbers,
        Map<String, String> units) {
    /** Reads the data file; a broken one is refused. */
    static SupportWords load() {
        var file = DataFile.resource("ask", "support.txt");
        return new SupportWords(
                words(file, "neutral"),
                words(file, "negation"),
                words(file, "self"),
                words(file, "deed"),
                words(file, "passive-deed"),
                words(file, "auxiliary"),
                words(file, "object"),
                words(file, "abbreviation"),
                names(file, "month"),
                names(file, "number"),
                names(file, "unit"));
    }

    private static DataFile.Section section(DataFile file, String name) {
        return file.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("support.txt lacks " + name));
    }

    private static Set<String> words(DataFile file, String name) {
        return section(file, name).lines().stream()
                .flatMap(line -> line.words().stream())
                .map(TextFold::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> names(DataFile file, String name) {
        var names = new HashMap<String, String>();
        for (var line : section(file, name).lines()) {
            for (var word : line.words().subList(1, line.words().size())) {
                names.put(TextFold.fold(word), line.keyword());
            }
        }
        return Map.copyOf(names);
    }
}
