package io.countersign.ats;

import io.countersign.ats.NameWords.Hint;
import io.countersign.ats.NameWords.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the employer: names from text, subject, sender and links are candidates, those that are the same add up, and the
 * heaviest wins. A relay, a job board or a generic word is never one. Immutable and thread-safe.
 */
final class EmployerFinder {
    private static final double ENOUGH = 2;
    private static final double STRONG = 3;
    private static final double WEAK = 1.6;
    private static final double SUBJECT = 0.4;
    private static final double TENANT = 2.6;
    private static final double OWN_DOMAIN = 2.2;
    private static final double TEAM_NAME = 3.2;
    private static final double PLAIN_NAME = 1.7;
    private static final int MOST_CANDIDATES = 60;

    private final NameWords words;
    private final RelaySystems systems;
    private final NameReader reader;

    EmployerFinder(NameWords words, RelaySystems systems) {
        this.words = words;
        this.systems = systems;
        reader = new NameReader(words);
    }

    /** A possible employer; {@code spelled} is false for what was only cut out of an address. */
    private record Candidate(String name, String key, double weight, boolean spelled) {}

    Optional<String> find(Passage passage, Map<Hint, List<Place>> hints, SenderTrace trace) {
        var candidates = new ArrayList<Candidate>();
        inText(passage, hints, candidates);
        inSubjectPieces(passage, candidates);
        ofSender(trace, candidates);
        ofAddresses(trace, candidates);
        return heaviest(candidates);
    }

    private void inText(Passage passage, Map<Hint, List<Place>> hints, List<Candidate> candidates) {
        after(passage, hints.getOrDefault(Hint.COMPANY_AFTER_STRONG, List.of()), STRONG, candidates);
        after(passage, hints.getOrDefault(Hint.COMPANY_AFTER_WEAK, List.of()), WEAK, candidates);
        before(passage, hints.getOrDefault(Hint.COMPANY_BEFORE_STRONG, List.of()), STRONG - 0.5, candidates);
        before(passage, hints.getOrDefault(Hint.COMPANY_BEFORE_WEAK, List.of()), WEAK - 0.6, candidates);
    }

    private void after(Passage passage, List<Place> places, double weight, List<Candidate> candidates) {
        for (var place : places) {
            if (passage.inSender(place.begin())) {
                continue;
            }
            var name = reader.after(passage.text(), place.end(), sentenceEnd(passage, place.end()));
            boolean role = isRole(name) || roleFollows(passage.text(), place.end(), name);
            if (!role) {
                add(candidates, name, weight + (passage.inSubject(place.begin()) ? SUBJECT : 0), true);
            }
        }
    }

    private static int sentenceEnd(Passage passage, int offset) {
        int sentence = passage.sentence(offset);
        int end = passage.edges()[sentence + 1];
        // "Acme Inc. ..." may have been cut behind the abbreviation; a name never reaches further than this
        return Math.min(passage.text().length(), Math.max(end, offset));
    }

    private static boolean roleFollows(String text, int from, String name) {
        int at = text.indexOf(name, from);
        if (name.isEmpty() || at < 0) {
            return false;
        }
        var rest = text.substring(at + name.length(), Math.min(text.length(), at + name.length() + 14))
                .toLowerCase(Locale.ROOT)
                .stripLeading();
        return rest.startsWith("position")
                || rest.startsWith("role")
                || rest.startsWith("opening")
                || rest.startsWith("vacancy")
                || rest.startsWith("internship");
    }

    private void before(Passage passage, List<Place> places, double weight, List<Candidate> candidates) {
        for (var place : places) {
            if (passage.inSender(place.begin())) {
                continue;
            }
            int sentence = passage.sentence(place.begin());
            var name = trimmed(reader.before(passage.text(), place.begin(), passage.edges()[sentence]));
            if (!isRole(name)) {
                add(candidates, name, weight + (passage.inSubject(place.begin()) ? SUBJECT : 0), true);
            }
        }
    }

    /** "Acme | Thank you for your application", "Acme - Engineer": a piece of the subject may be the name. */
    private void inSubjectPieces(Passage passage, List<Candidate> candidates) {
        var pieces = passage.subject().split(" [-–—|:] |\\| ?|: ", 6);
        if (pieces.length < 2) {
            return;
        }
        for (var piece : pieces) {
            var name = trimmed(piece.strip());
            boolean whole =
                    !name.isEmpty() && reader.after(name, 0, name.length()).equals(name);
            if (whole && !isRole(name) && mayBeName(piece)) {
                add(candidates, name, WEAK, true);
            }
        }
    }

    private boolean mayBeName(String piece) {
        var parts = piece.strip().split("\\s+", 7);
        return parts.length <= 5 && Arrays.stream(parts).noneMatch(part -> words.isNoNamePart(bare(part)));
    }

    private void ofSender(SenderTrace trace, List<Candidate> candidates) {
        var display = trace.name();
        if (display.isBlank() || display.indexOf('@') == 0 || (display.indexOf('@') > 0 && display.indexOf(' ') < 0)) {
            return;
        }
        var lower = display.toLowerCase(Locale.ROOT);
        for (var mark : List.of(" from ", " at ", " bei ", " chez ", " de la part de ")) {
            int at = lower.indexOf(mark);
            if (at > 0) {
                add(candidates, trimmed(display.substring(at + mark.length())), TEAM_NAME, true);
            }
        }
        int relay = firstOf(lower, " via ", " (via ", " @ ", "@", " | ", " über ");
        var own = relay > 0 ? display.substring(0, relay) : display;
        var name = trimmed(own);
        int at = display.indexOf('@');
        if (at > 0 && !display.startsWith(" ", at - 1)) {
            add(candidates, trimmed(display.substring(at + 1)), PLAIN_NAME, true);
        }
        boolean team = relay > 0 || name.length() < own.strip().length();
        if (!trace.onBoard()) {
            add(candidates, name, team ? TEAM_NAME : PLAIN_NAME, true);
        }
        int open = display.indexOf('(');
        int close = display.indexOf(')', open + 1);
        if (open > 0 && close > open) {
            add(candidates, trimmed(display.substring(open + 1, close)), PLAIN_NAME, true);
        }
    }

    private static int firstOf(String text, String... marks) {
        return Arrays.stream(marks)
                .mapToInt(text::indexOf)
                .filter(at -> at > 0)
                .min()
                .orElse(-1);
    }

    private void ofAddresses(SenderTrace trace, List<Candidate> candidates) {
        trace.tenants().stream()
                .filter(tenant -> !words.isGenericHost(tenant.toLowerCase(Locale.ROOT)))
                .forEach(tenant -> add(candidates, CompanyName.ofSlug(tenant), TENANT, false));
        trace.ownDomain()
                .filter(label -> !words.isGenericHost(label))
                .ifPresent(label -> add(candidates, CompanyName.ofSlug(label), OWN_DOMAIN, false));
    }

    private void add(List<Candidate> candidates, String name, double weight, boolean spelled) {
        var clean = strippedArticle(name.strip());
        var key = CompanyName.key(clean);
        boolean none = key.length() < 2
                || words.isNever(clean)
                || systems.isName(key)
                || candidates.size() >= MOST_CANDIDATES
                || key.chars().allMatch(Character::isDigit);
        if (!none) {
            candidates.add(new Candidate(clean, key, weight, spelled));
        }
    }

    private static String strippedArticle(String name) {
        return name.startsWith("the ") ? name.substring(4) : name;
    }

    private boolean isRole(String name) {
        for (var word : name.split("[\\s/,-]+", 12)) {
            if (words.isRoleNoun(word)) {
                return true;
            }
        }
        return false;
    }

    /** Without the words at both ends that belong to no name: "The Acme Recruiting Team" is "Acme". */
    private String trimmed(String name) {
        var parts = new ArrayList<>(Arrays.asList(
                name.strip().replaceAll("[\"“”()\\[\\]]", " ").strip().split("[\\s_]+", 14)));
        while (!parts.isEmpty() && words.isTrimmed(bare(parts.getLast()))) {
            parts.removeLast();
        }
        while (parts.size() > 1 && words.isTrimmed(bare(parts.getFirst())) && !keepsArticle(parts)) {
            parts.removeFirst();
        }
        var joined = String.join(" ", parts);
        while (!joined.isEmpty() && ",;:!-–|&'’".indexOf(joined.charAt(joined.length() - 1)) >= 0) {
            joined = joined.substring(0, joined.length() - 1).strip();
        }
        return joined.length() <= CompanyName.LONGEST ? joined : joined.substring(0, CompanyName.LONGEST);
    }

    private static boolean keepsArticle(List<String> parts) {
        return parts.getFirst().equals("New");
    }

    private static String bare(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static Optional<String> heaviest(List<Candidate> candidates) {
        Optional<Candidate> best = Optional.empty();
        double most = 0;
        for (var candidate : candidates) {
            double sum = 0;
            for (var other : candidates) {
                if (CompanyName.same(candidate.key(), other.key())) {
                    // the same hint twice says less than two kinds of hints
                    sum += other.name().equals(candidate.name()) && other != candidate
                            ? other.weight() * 0.5
                            : other.weight();
                }
            }
            sum += candidate.spelled() ? 0.3 : 0;
            sum += Math.min(candidate.weight(), STRONG) * 0.1;
            if (sum > most) {
                most = sum;
                best = Optional.of(candidate);
            }
        }
        return most >= ENOUGH ? best.map(Candidate::name) : Optional.empty();
    }
}
