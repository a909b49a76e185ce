package io.countersign.ats.joining;

import io.countersign.ats.Application;
import io.countersign.classify.DataFile;
import io.countersign.shared.text.TextFold;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of an employer's or a role's name counts when two are compared: its words, without legal forms, articles and gender
 * marks. Immutable and thread-safe.
 */
public final class NameTokens {
    private static final int MOST = 12;

    private final Set<String> companyNoise;
    private final Set<String> roleNoise;
    private final Map<String, String> same;

    private NameTokens(Set<String> companyNoise, Set<String> roleNoise, Map<String, String> same) {
        this.companyNoise = companyNoise;
        this.roleNoise = roleNoise;
        this.same = same;
    }

    /** Reads the data file; a broken one throws {@code CountersignException.Invalid}. */
    public static NameTokens load() {
        var companies = new HashSet<String>();
        var roles = new HashSet<String>();
        var same = new HashMap<String, String>();
        for (var section : DataFile.resource("ats", "joining.txt").sections()) {
            for (var line : section.lines()) {
                switch (section.name()) {
                    case "company-noise" -> companies.addAll(line.words());
                    case "role-noise" -> roles.addAll(line.words());
                    case "role-same" ->
                        line.words().forEach(word -> same.put(word, line.words().getFirst()));
                    default -> throw section.at().refuse("'" + section.name() + "' is not a section");
                }
            }
        }
        return new NameTokens(companies, roles, same);
    }

    /** The words of an employer's name that count; all of them where none does; empty for an empty name. */
    public Set<String> company(String name) {
        var words = words(name.replace("-", ""));
        var telling = filtered(words, word -> !companyNoise.contains(word));
        return telling.isEmpty() ? words : telling;
    }

    /** The words of a role that count, each in one spelling; all of them where none does; empty for an empty name. */
    public Set<String> role(String name) {
        var words = new LinkedHashSet<String>();
        for (var part : name.replace('(', ' ').replace(')', ' ').split("\\s+", -1)) {
            var whole = same.get(TextFold.fold(part));
            if (whole != null) {
                words.add(whole);
            } else {
                words(withoutGender(part)).forEach(word -> words.add(same.getOrDefault(word, word)));
            }
        }
        var telling = filtered(words, word -> !roleNoise.contains(word));
        return bounded(telling.isEmpty() ? words : telling);
    }

    /** {@code Entwickler:in}, {@code Entwickler*innen}, {@code Entwickler/-in}: the ending says nothing about the role. */
    private static String withoutGender(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (":*_/".indexOf(word.charAt(i)) >= 0) {
                var ending = word.substring(i + 1).replace("-", "");
                if (ending.startsWith("in") && ending.length() <= 6) {
                    return word.substring(0, i);
                }
            }
        }
        return word;
    }

    private static Set<String> words(String name) {
        var bounded = name.length() > Application.LONGEST_NAME ? name.substring(0, Application.LONGEST_NAME) : name;
        var text = withMarksApart(TextFold.fold(bounded));
        var words = new LinkedHashSet<String>();
        var word = new StringBuilder();
        for (int i = 0; i <= text.length() && words.size() < MOST; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || isSign(c)) {
                word.append(c);
            } else if (!isJoining(c)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            }
        }
        return bounded(words);
    }

    private static String withMarksApart(String text) {
        return text.chars().allMatch(c -> c < 0x80) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    /** C++ and C# are not C. */
    private static boolean isSign(char c) {
        return c == '+' || c == '#';
    }

    private static boolean isJoining(char c) {
        return c == '.' || c == '\'' || c == '’' || c == '&' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static Set<String> filtered(Collection<String> words, Predicate<String> counts) {
        var filtered = new LinkedHashSet<String>();
        words.stream().filter(counts).forEach(filtered::add);
        return bounded(filtered);
    }

    private static Set<String> bounded(Set<String> words) {
        return Collections.unmodifiableSet(words);
    }

    /** How much two sets of words share: 0..1, by Jaccard. */
    public static double shared(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        int common = 0;
        for (var word : one) {
            common += other.contains(word) ? 1 : 0;
        }
        return (double) common / (one.size() + other.size() - common);
    }
}
