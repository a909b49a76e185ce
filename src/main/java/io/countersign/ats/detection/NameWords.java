package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import io.countersign.classify.PhraseSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of {@code ats/names.txt}: what stands around names of employers and jobs, and what is none. Immutable. */
final class NameWords {
    private static final int MOST_HITS = 600;
    private static final Set<String> WORD_LISTS =
            Set.of("stop", "connector", "host.generic", "piece.not", "title.not", "company.form", "person.before");

    private final Map<String, Set<String>> words = new HashMap<>();
    private final List<Hint> hints = new ArrayList<>();
    private final PhraseSet phrases;

    /** What a phrase says about the words beside it. */
    enum Hint {
        COMPANY_AFTER_STRONG("company.after-strong"),
        COMPANY_AFTER_WEAK("company.after-weak"),
        COMPANY_BEFORE_STRONG("company.before-strong"),
        COMPANY_BEFORE_WEAK("company.before-weak"),
        ROLE_AFTER("role.after"),
        ROLE_AFTER_WEAK("role.after-weak"),
        ROLE_BEFORE("role.before"),
        ROLE_NOUN("role.noun"),
        ID_AFTER("id.after");

        private final String section;

        Hint(String section) {
            this.section = section;
        }
    }

    /** Where a hint stands in a text. */
    record Place(int begin, int end) {}

    NameWords(DataFile file) {
        var builder = new PhraseSet.Builder();
        for (var section : file.sections()) {
            var all = words.computeIfAbsent(section.name(), _ -> new HashSet<>());
            for (var line : section.lines()) {
                var entries = WORD_LISTS.contains(section.name())
                        ? line.words()
                        : List.of(line.text().split("\\|", -1));
                entries.forEach(entry -> all.add(entry.strip().toLowerCase(Locale.ROOT)));
                for (var hint : Hint.values()) {
                    if (hint.section.equals(section.name())) {
                        for (var phrase : line.text().split("\\|", -1)) {
                            builder.add(line, phrase);
                            hints.add(hint);
                        }
                    }
                }
            }
        }
        phrases = builder.build();
    }

    private boolean has(String section, String word) {
        return words.getOrDefault(section, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }

    /** True for a word at which a name ends. */
    boolean stops(String word) {
        return has("stop", word);
    }

    boolean connects(String word) {
        return has("connector", word);
    }

    /** True for a word that stands at an end of names and belongs to none. */
    boolean isTrimmed(String word) {
        return has("company.trim", word);
    }

    /** True for what looks like an employer's name and never is one. */
    boolean isNever(String name) {
        return has("company.never", name);
    }

    /** True for a word that shows that a piece of a subject is no name. */
    boolean isNoNamePart(String word) {
        return has("piece.not", word);
    }

    /** True for a word that ends a job's title. */
    boolean isNoTitlePart(String word) {
        return has("title.not", word);
    }

    boolean isGenericHost(String label) {
        return has("host.generic", label);
    }

    /** True when the sender's name or local part is that of somebody who hires. */
    boolean isEmployer(String name) {
        return has("sender.employer", name);
    }

    /** True for a word that only an organisation has in its name. */
    boolean isForm(String word) {
        return has("company.form", word);
    }

    /** True for a word behind which people are named as well as employers: {@code with}. */
    boolean isBeforePerson(String word) {
        return has("person.before", word);
    }

    /** True when a description behind a name begins with what a person is: {@code CTO}, {@code VP Engineering}. */
    boolean isOfPerson(String description) {
        var parts = TextWords.ofLetters(description);
        return !parts.isEmpty()
                && (has("person.title", parts.getFirst())
                        || (parts.size() > 1 && has("person.title", parts.getFirst() + " " + parts.get(1))));
    }

    /** True for the local part of an address behind which there is no single person. */
    boolean isShared(String local) {
        var parts = TextWords.ofLetters(local);
        return !parts.isEmpty() && parts.stream().allMatch(part -> isEmployer(part) || isGenericHost(part));
    }

    boolean isRoleNoun(String word) {
        return has("role.noun", word);
    }

    /** All hints in a text, by kind, in the order of the text. */
    Map<Hint, List<Place>> find(String text, int[] edges) {
        var found = new EnumMap<Hint, List<Place>>(Hint.class);
        for (var hint : Hint.values()) {
            found.put(hint, new ArrayList<>());
        }
        phrases.find(text, edges, (phrase, begin, end) -> {
            var places = found.get(hints.get(phrase));
            if (places != null && places.size() < MOST_HITS) {
                places.add(new Place(begin, end));
            }
        });
        return found;
    }
}
