package io.countersign.ats.draft;

import io.countersign.classify.DataFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of {@code ats/drafts/senders.txt}, and what hiring systems call themselves. Immutable. */
final class SenderWords {
    private static final Set<String> SECTIONS = Set.of("unread", "machine", "never", "particle");

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Set<String> systems = new HashSet<>();

    SenderWords(DataFile senders, DataFile systems) {
        for (var section : senders.sections()) {
            section.at().require(SECTIONS.contains(section.name()), "There is no section '" + section.name() + "'");
            section.lines()
                    .forEach(line -> words.computeIfAbsent(section.name(), _ -> new HashSet<>())
                            .addAll(line.words()));
        }
        for (var section : systems.sections()) {
            for (var line : section.lines()) {
                if (line.keyword().equals("names")) {
                    for (var name : line.argument().split("\\|", -1)) {
                        this.systems.add(name.strip().toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
    }

    static SenderWords load() {
        return new SenderWords(DataFile.resource("ats/drafts", "senders.txt"), DataFile.resource("ats", "systems.txt"));
    }

    private Set<String> of(String section) {
        return words.getOrDefault(section, Set.of());
    }

    /** True when nobody reads what is sent to an address with this part before the at sign. */
    boolean isUnread(String local) {
        var lower = local.toLowerCase(Locale.ROOT);
        int plus = lower.indexOf('+');
        if (of("machine").contains(plus < 0 ? lower : lower.substring(0, plus))) {
            return true;
        }
        var letters = new StringBuilder();
        lower.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return of("unread").stream().anyMatch(word -> letters.indexOf(word) >= 0);
    }

    /** True for a word that is part of no person's name. */
    boolean isNeverAName(String word) {
        return of("never").contains(word.toLowerCase(Locale.ROOT));
    }

    boolean isParticle(String word) {
        return of("particle").contains(word);
    }

    /** True for what a hiring system calls itself. */
    boolean isSystem(String name) {
        return systems.contains(name.toLowerCase(Locale.ROOT));
    }
}
