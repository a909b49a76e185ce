package io.countersign.ats.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Names that may be the employer's, gathered from one mail. Used by one thread. */
final class EmployerCandidates {
    private static final double ENOUGH = 2;
    private static final double REPEATED = 0.5;
    private static final double OFTEN = 0.5;
    private static final int MOST = 60;

    private final NameWords words;
    private final RelaySystems systems;
    private final List<Candidate> candidates = new ArrayList<>();

    EmployerCandidates(NameWords words, RelaySystems systems) {
        this.words = words;
        this.systems = systems;
    }

    /**
     * @param spelled false for what was only cut out of an address
     * @param relay true for the name of a relay or a board
     */
    private record Candidate(String name, String key, double weight, boolean spelled, boolean relay) {}

    /** Adds a name unless it can't be one; {@code inText} says that the text itself speaks of it as an employer. */
    void add(String name, double weight, boolean spelled, boolean inText) {
        var clean = name.strip().startsWith("the ") ? name.strip().substring(4) : name.strip();
        var key = CompanyName.key(clean);
        boolean relay = systems.isName(key);
        boolean none = key.length() < 2
                || words.isNever(clean)
                || (relay && !inText)
                || candidates.size() >= MOST
                || isFigure(clean);
        if (!none) {
            candidates.add(new Candidate(clean, key, weight, spelled, relay));
        }
    }

    /** A number, a time, an amount or a count ("1000's"); digits that are part of a word, as in "3M" or "1Password", are none. */
    private static boolean isFigure(String name) {
        int end = 0;
        while (end < name.length()
                && (Character.isDigit(name.charAt(end)) || ":.,'’+".indexOf(name.charAt(end)) >= 0)) {
            end++;
        }
        var rest = name.substring(end);
        boolean plain = name.substring(0, end).chars().allMatch(Character::isDigit);
        return end > 0 && (rest.isEmpty() || (!plain && !Character.isUpperCase(rest.charAt(0))));
    }

    /** The name that most speaks for; in {@code text} it may stand several times, which counts too. */
    Optional<String> heaviest(String text) {
        return heaviest(text, candidate -> !candidate.relay()).or(() -> heaviest(text, Candidate::relay));
    }

    private Optional<String> heaviest(String text, Predicate<Candidate> wanted) {
        var among = candidates.stream().filter(wanted).toList();
        Optional<Candidate> best = Optional.empty();
        double most = ENOUGH;
        for (var candidate : among) {
            double weight = weight(candidate, among) + (isRepeated(candidate.name(), text) ? OFTEN : 0);
            if (weight > most || (weight == most && best.isEmpty())) {
                most = weight;
                best = Optional.of(candidate);
            }
        }
        return best.map(candidate -> bestSpelled(candidate, among));
    }

    private static boolean isRepeated(String name, String text) {
        int first = text.indexOf(name);
        return first >= 0 && text.indexOf(name, first + name.length()) >= 0;
    }

    private static boolean areSame(Candidate one, Candidate other) {
        return CompanyName.same(one.key(), other.key())
                || (!one.spelled() && CompanyName.abbreviates(one.key(), other.name()))
                || (!other.spelled() && CompanyName.abbreviates(other.key(), one.name()));
    }

    /** All that speaks for a name; the same words again say less than another kind of hint. */
    private static double weight(Candidate candidate, List<Candidate> among) {
        var seen = new HashSet<String>();
        double sum = 0;
        for (var other : among) {
            if (areSame(candidate, other)) {
                sum += seen.add(other.name()) ? other.weight() : other.weight() * REPEATED;
            }
        }
        return sum;
    }

    private static String bestSpelled(Candidate candidate, List<Candidate> among) {
        return among.stream()
                .filter(other -> areSame(candidate, other))
                .max(Comparator.comparing(Candidate::spelled)
                        .thenComparingDouble(Candidate::weight)
                        .thenComparingInt(other -> -other.name().length()))
                .map(Candidate::name)
                .orElse(candidate.name());
    }
}
