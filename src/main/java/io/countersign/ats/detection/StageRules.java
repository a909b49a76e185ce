package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import io.countersign.classify.DataFile.Line;
import io.countersign.classify.PhraseSet;
import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the stage files, compiled; the format is described at the top of {@code ats/stages_en.txt}. Immutable. */
final class StageRules {
    private static final Map<Stage, Set<StageRule.Guard>> GUARDS = guards();

    private final List<StageRule> rules = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final WordClasses classes = new WordClasses();
    private final PhraseSet.Builder builder = new PhraseSet.Builder();
    private final PhraseSet set;

    /** What a phrase is there for. */
    enum Use {
        SAYS,
        EXCEPT,
        IF,
        HARMLESS_IF,
        MAYBE,
        NOT,
        REGRET,
        TURN
    }

    /** @param rule index of its rule; -1 for words that guard */
    record Phrase(Use use, int rule, String text) {}

    StageRules(List<DataFile> files) {
        files.forEach(file -> file.sections().forEach(this::read));
        requireKnownNames();
        set = builder.build();
    }

    private void requireKnownNames() {
        for (var rule : rules) {
            for (var name : Stream.of(rule.needs(), rule.with(), rule.beside(), rule.unless())
                    .flatMap(List::stream)
                    .toList()) {
                if (!name.startsWith("fact.") && indexOf(name).isEmpty()) {
                    throw new CountersignException.Invalid(rule.name(), "There is no rule '" + name + "'.");
                }
            }
        }
    }

    private void read(DataFile.Section section) {
        if (WordClasses.isClass(section)) {
            classes.add(section);
            return;
        }
        var use = guardUse(section.name());
        if (use.isPresent()) {
            section.lines().forEach(line -> add(line, line.text(), use.get(), -1));
            return;
        }
        int index = indexOf(section.name()).orElse(rules.size());
        if (index == rules.size()) {
            rules.add(rule(section));
        }
        for (var line : section.lines()) {
            switch (line.keyword()) {
                case "say" -> add(line, line.argument(), Use.SAYS, index);
                case "except" -> add(line, line.argument(), Use.EXCEPT, index);
                default -> {}
            }
        }
    }

    private static Optional<Use> guardUse(String section) {
        return switch (section) {
            case "guard.if" -> Optional.of(Use.IF);
            case "guard.harmless-if" -> Optional.of(Use.HARMLESS_IF);
            case "guard.maybe" -> Optional.of(Use.MAYBE);
            case "guard.not" -> Optional.of(Use.NOT);
            case "guard.regret" -> Optional.of(Use.REGRET);
            case "guard.turn" -> Optional.of(Use.TURN);
            default -> Optional.empty();
        };
    }

    private void add(Line line, String alternatives, Use use, int rule) {
        for (var phrase : alternatives.split("\\|", -1)) {
            for (var words : classes.of(line, phrase)) {
                builder.add(line, Contractions.expanded(words));
                phrases.add(new Phrase(use, rule, phrase.strip()));
            }
        }
    }

    private static StageRule rule(DataFile.Section section) {
        var rule = new Reader();
        section.lines().forEach(rule::read);
        return rule.rule(section.name());
    }

    List<StageRule> rules() {
        return rules;
    }

    StageRule rule(int index) {
        return rules.get(index);
    }

    Optional<Integer> indexOf(String name) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    Phrase phrase(int number) {
        return phrases.get(number);
    }

    PhraseSet set() {
        return set;
    }

    private static Map<Stage, Set<StageRule.Guard>> guards() {
        var guards = new EnumMap<Stage, Set<StageRule.Guard>>(Stage.class);
        for (var stage : Stage.values()) {
            guards.put(stage, EnumSet.allOf(StageRule.Guard.class));
        }
        guards.put(Stage.APPLIED, EnumSet.of(StageRule.Guard.IF, StageRule.Guard.NOT));
        guards.put(Stage.REJECTED, EnumSet.of(StageRule.Guard.IF, StageRule.Guard.MAYBE));
        guards.put(Stage.WITHDRAWN, EnumSet.of(StageRule.Guard.IF, StageRule.Guard.MAYBE));
        var request =
                EnumSet.of(StageRule.Guard.IF, StageRule.Guard.IF_BEHIND, StageRule.Guard.MAYBE, StageRule.Guard.NOT);
        guards.put(Stage.INTERVIEW, request);
        guards.put(Stage.ASSESSMENT, request);
        return guards;
    }

    /** Collects the settings of one section. */
    private static final class Reader {
        private Optional<Stage> stage = Optional.empty();
        private double weight;
        private double against;
        private Set<Stage> of = Set.of();
        private int count = 1;
        private Optional<Set<StageRule.Guard>> guarded = Optional.empty();
        private List<String> needs = List.of();
        private List<String> with = List.of();
        private List<String> beside = List.of();
        private List<String> unless = List.of();
        private StageRule.Place place = StageRule.Place.BOTH;

        void read(Line line) {
            switch (line.keyword()) {
                case "say", "except" -> {}
                case "stage" ->
                    stage = Optional.of(Stage.of(line.argument())
                            .orElseThrow(() -> line.refuse("There is no stage '" + line.argument() + "'")));
                case "weight" -> weight = number(line);
                case "against" -> against = number(line);
                case "of" -> of = stages(line);
                case "count" -> count = (int) number(line);
                case "guarded" -> guarded = Optional.of(guardedBy(line));
                case "needs" -> needs = names(line);
                case "with" -> with = names(line);
                case "beside" -> beside = names(line);
                case "unless" -> unless = names(line);
                case "in" -> place = one(StageRule.Place.class, line, line.argument());
                default -> throw line.refuse("'" + line.keyword() + "' is not a keyword");
            }
        }

        StageRule rule(String name) {
            var guards = guarded.orElseGet(() -> stage.map(GUARDS::get).orElse(Set.of()));
            return new StageRule(name, stage, weight, against, of, count, guards, needs, with, beside, unless, place);
        }

        private static Set<Stage> stages(Line line) {
            var stages = EnumSet.noneOf(Stage.class);
            for (var name : line.argument().split("\\s+", -1)) {
                stages.add(Stage.of(name).orElseThrow(() -> line.refuse("There is no stage '" + name + "'")));
            }
            return stages;
        }

        private static Set<StageRule.Guard> guardedBy(Line line) {
            var guards = EnumSet.noneOf(StageRule.Guard.class);
            for (var name : line.argument().split("\\s+", -1)) {
                if (!name.equals("nothing")) {
                    guards.add(one(StageRule.Guard.class, line, name));
                }
            }
            return guards;
        }

        private static List<String> names(Line line) {
            return List.of(line.argument().split("\\s+", -1));
        }

        private static double number(Line line) {
            try {
                return Double.parseDouble(line.argument());
            } catch (NumberFormatException e) {
                throw line.refuse("'" + line.argument() + "' is not a number");
            }
        }

        private static <E extends Enum<E>> E one(Class<E> type, Line line, String name) {
            try {
                return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw line.refuse("'" + name + "' is not one of those that are possible here");
            }
        }
    }
}
