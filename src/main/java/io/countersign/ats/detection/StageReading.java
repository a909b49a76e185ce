package io.countersign.ats.detection;

import io.countersign.ats.detection.StageRule.Guard;
import io.countersign.ats.detection.StageRules.Use;
import io.countersign.mail.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rules saw in one passage, after the words around each phrase had their say. Used by one thread.
 */
final class StageReading {
    private static final int MOST_HITS = 2_000;
    private static final int NOT_REACHES = 60;

    private final StageRules rules;
    private final Passage passage;
    private final Set<String> facts;
    private final List<Hit> says = new ArrayList<>();
    private final List<Hit> others = new ArrayList<>();
    private final Map<Integer, Seen> seen = new HashMap<>();

    private record Hit(StageRules.Phrase phrase, int begin, int end) {}

    /** What a rule saw first, whether in the subject only, and how many of its phrases. */
    private static final class Seen {
        private final String first;
        private boolean subjectOnly = true;
        private final Set<String> phrases = new HashSet<>();

        Seen(String first) {
            this.first = first;
        }
    }

    StageReading(StageRules rules, Passage passage, Set<String> facts) {
        this.rules = rules;
        this.passage = passage;
        this.facts = facts;
        rules.set().find(passage.text(), passage.edges(), this::sort);
        says.forEach(this::judge);
    }

    private void sort(int number, int begin, int end) {
        if (says.size() + others.size() < MOST_HITS) {
            var phrase = rules.phrase(number);
            (phrase.use() == Use.SAYS ? says : others).add(new Hit(phrase, begin, end));
        }
    }

    private void judge(Hit hit) {
        var rule = rules.rule(hit.phrase().rule());
        boolean subject = passage.inSubject(hit.begin());
        boolean sender = passage.inSender(hit.begin());
        boolean placed =
                switch (rule.place()) {
                    case SUBJECT -> subject;
                    case BODY -> !subject && !sender;
                    // a sender's name supports or speaks against, it announces nothing
                    case BOTH -> !sender || rule.weight() == 0;
                };
        var text = passage.text().substring(hit.begin(), hit.end()).replace('\n', ' ');
        if (!placed || isTorn(text) || excepted(hit) || guarded(hit, rule.guarded()) || !accompanied(hit, rule)) {
            return;
        }
        var noted = seen.computeIfAbsent(hit.phrase().rule(), _ -> new Seen(text));
        noted.phrases.add(hit.phrase().text());
        noted.subjectOnly &= subject;
    }

    /** What lies on both sides of a bracket or semicolon is no phrase. */
    private static boolean isTorn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("()[]{};".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean accompanied(Hit hit, StageRule rule) {
        if (rule.beside().isEmpty()) {
            return true;
        }
        int sentence = passage.sentence(hit.begin());
        return says.stream()
                .anyMatch(other -> passage.sentence(other.begin()) == sentence
                        && rule.beside()
                                .contains(rules.rule(other.phrase().rule()).name()));
    }

    private boolean excepted(Hit hit) {
        return others.stream()
                .anyMatch(other -> other.phrase().use() == Use.EXCEPT
                        && other.phrase().rule() == hit.phrase().rule()
                        && other.begin() <= hit.begin()
                        && other.end() > hit.begin());
    }

    private boolean guarded(Hit hit, Set<Guard> guards) {
        if (guards.isEmpty()) {
            return false;
        }
        int sentence = passage.sentence(hit.begin());
        int from = passage.edges()[sentence];
        int to = passage.edges()[sentence + 1];
        for (var other : others) {
            boolean near = other.begin() >= from && other.begin() < to;
            if (near && guards(other, hit, guards)) {
                return true;
            }
        }
        return false;
    }

    private boolean guards(Hit word, Hit hit, Set<Guard> guards) {
        boolean before = word.begin() < hit.begin() && !turnsBetween(word.end(), hit.begin());
        return switch (word.phrase().use()) {
            case IF ->
                !harmless(word)
                        && (before ? guards.contains(Guard.IF) : behind(word, hit) && guards.contains(Guard.IF_BEHIND));
            case MAYBE -> before && guards.contains(Guard.MAYBE);
            case NOT -> before && guards.contains(Guard.NOT) && hit.begin() - word.end() <= NOT_REACHES;
            case REGRET -> before && guards.contains(Guard.REGRET);
            default -> false;
        };
    }

    private static boolean behind(Hit word, Hit hit) {
        return word.begin() >= hit.end();
    }

    private boolean harmless(Hit word) {
        return others.stream()
                .anyMatch(other -> other.phrase().use() == Use.HARMLESS_IF
                        && other.begin() <= word.begin()
                        && other.end() >= word.end());
    }

    private boolean turnsBetween(int from, int to) {
        return others.stream()
                .anyMatch(other -> other.phrase().use() == Use.TURN && other.begin() >= from && other.end() <= to);
    }

    /** True when a rule saw enough of its phrases, whatever else it needs; or when it names a fact that holds. */
    boolean saw(String name) {
        return facts.contains(name)
                || rules.indexOf(name).map(index -> sawEnough(index)).orElse(false);
    }

    /** How many different phrases of a rule were seen. */
    int distinct(String name) {
        return rules.indexOf(name)
                .map(seen::get)
                .map(noted -> noted.phrases.size())
                .orElse(0);
    }

    private boolean sawEnough(int index) {
        var noted = seen.get(index);
        return noted != null && noted.phrases.size() >= rules.rule(index).count();
    }

    boolean fires(int index) {
        var rule = rules.rule(index);
        return sawEnough(index)
                && (rule.needs().isEmpty() || rule.needs().stream().anyMatch(this::saw))
                && (rule.with().isEmpty() || rule.with().stream().anyMatch(this::saw))
                && rule.unless().stream().noneMatch(this::saw);
    }

    /** True when a rule fires that only fits mail about something else: studies, credit, a podcast. */
    boolean isAboutSomethingElse() {
        for (int i = 0; i < rules.rules().size(); i++) {
            if (rules.rule(i).isForeign() && fires(i)) {
                return true;
            }
        }
        return false;
    }

    /** How strongly all that fires speaks against a stage. */
    double against(Stage stage) {
        double against = 0;
        for (int i = 0; i < rules.rules().size(); i++) {
            if (rules.rule(i).against() > 0 && fires(i)) {
                against += rules.rule(i).against(stage);
            }
        }
        return against;
    }

    /** What the rule saw first. */
    String seen(int index) {
        var noted = seen.get(index);
        return noted == null ? "" : noted.first;
    }

    boolean onlyInSubject(int index) {
        var noted = seen.get(index);
        return noted != null && noted.subjectOnly;
    }
}
