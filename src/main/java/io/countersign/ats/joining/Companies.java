package io.countersign.ats.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which names mean one employer: those with the same words, and of two that share at least half of their words each other's
 * only best match. A tie is no match: {@code Acme} is not {@code Acme Bank} while there is {@code Acme Health}. Immutable;
 * the same names give the same employers, in any order.
 */
final class Companies {
    private static final double ENOUGH = 0.5;
    /** A word of so many names says nothing; without it the work stays linear. */
    private static final int COMMON = 200;

    private final NameTokens tokens;
    private final Map<String, String> keyOf = new HashMap<>();
    private final Map<String, String> employerOf = new HashMap<>();

    private record Best(Optional<String> key, double share) {
        static final Best NONE = new Best(Optional.empty(), 0);
    }

    Companies(Collection<String> names, NameTokens tokens) {
        this.tokens = tokens;
        var words = new TreeMap<String, Set<String>>();
        new TreeSet<>(names).forEach(name -> {
            var counting = tokens.company(name);
            var key = String.join("", counting);
            keyOf.put(name, key);
            words.putIfAbsent(key, counting);
        });
        words.remove("");
        var byWord = new HashMap<String, List<String>>();
        words.forEach((key, of) -> of.forEach(
                word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(key)));
        var best = new HashMap<String, Best>();
        words.keySet().forEach(key -> best.put(key, best(key, words, byWord)));
        for (var key : words.keySet()) {
            var match = best.getOrDefault(key, Best.NONE).key();
            boolean mutual = match.map(other -> best.getOrDefault(other, Best.NONE))
                    .flatMap(Best::key)
                    .filter(key::equals)
                    .isPresent();
            employerOf.put(key, mutual && match.get().compareTo(key) < 0 ? match.get() : key);
        }
    }

    private static Best best(String key, Map<String, Set<String>> words, Map<String, List<String>> byWord) {
        var own = words.getOrDefault(key, Set.of());
        Best best = Best.NONE;
        boolean tie = false;
        var seen = new HashSet<String>();
        for (var word : own) {
            var others = byWord.getOrDefault(word, List.of());
            for (var other : others.size() > COMMON ? List.<String>of() : others) {
                if (other.equals(key) || !seen.add(other)) {
                    continue;
                }
                double share = NameTokens.shared(own, words.getOrDefault(other, Set.of()));
                if (share >= ENOUGH && share >= best.share()) {
                    tie = share == best.share();
                    best = new Best(Optional.of(other), share);
                }
            }
        }
        return tie ? Best.NONE : best;
    }

    /** What the spellings of one name have in common. */
    private String key(String name) {
        var known = keyOf.get(name);
        return known == null ? String.join("", tokens.company(name)) : known;
    }

    /** Names the employer; equal for two names of one; empty for a name without a word. */
    String employer(String name) {
        var key = key(name);
        return employerOf.getOrDefault(key, key);
    }
}
