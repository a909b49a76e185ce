package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns {@code ats/stage-model.txt} from the written mails of the tests and, lightly, the phrases of the rules: gradient descent with momentum on the
 * cross-entropy, L2-regularised; what weighs least is left out and the rest learned once more. The same mails give the same
 * file. With {@code -c} it prints how often mails are right that were left out of the learning, instead of writing.
 */
public final class StageTraining {
    private static final Path FILE = Path.of("resources/ats/stage-model.txt");
    private static final int CLASSES = StageModel.CLASSES.size();
    private static final int SEEN_IN = 2;
    private static final int MOST_FEATURES = 9_000;
    private static final int ROUNDS = 600;
    private static final double RATE = 8;
    private static final double MOMENTUM = 0.9;
    private static final double RIDGE = 0.003;
    private static final int FOLDS = 5;
    private static final double BIAS_SHARE = 0.1;
    private static final double STRONG = 4;
    private static final int MOST_OF_PHRASE = 1;

    /** How much a phrase counts beside a mail. */
    private static final double PHRASE = 0.1;

    /** How much rare features count beside frequent ones. */
    private static final double POWER = 1.0;

    private StageTraining() {}

    /** @param weight how much it counts beside a whole mail */
    private record Example(Set<String> wording, int want, double weight) {}

    /** Weights by feature. */
    private record Learned(Map<String, double[]> weights, Map<String, Double> rarities, double rarest) {}

    public static void main(String[] arguments) throws IOException {
        var examples = new ArrayList<Example>();
        for (var file : WrittenMails.training()) {
            for (var mail : WrittenMails.in(file)) {
                examples.add(example(mail));
            }
        }
        examples.addAll(phrases());
        if (Arrays.asList(arguments).contains("-c")) {
            crossValidate(examples);
        } else {
            var learned = learn(examples);
            write(learned);
            System.out.printf(
                    Locale.ROOT,
                    "%d mails, %d features%n",
                    examples.size(),
                    learned.weights().size());
        }
    }

    private static Example example(WrittenMails.Written mail) {
        var type = mail.body().startsWith("<") ? "text/html" : "text/plain";
        var parsed = WrittenMails.parsed(mail.from(), mail.subject(), type, mail.body(), "");
        var passage = Passage.of(parsed, AtsDetection.ownWordsFromResources());
        return new Example(Wording.of(passage), want(mail.stage()), 1);
    }

    /** What the rules look for, as short examples: of strong rules, and of those that see no stage. */
    private static List<Example> phrases() {
        var files = AtsDetection.languages().stream()
                .map(language -> DataFile.resource("ats", "stages_" + language + ".txt"))
                .toList();
        var rules = new StageRules(files);
        var classes = new WordClasses();
        var examples = new ArrayList<Example>();
        for (var file : files) {
            for (var section : file.sections()) {
                if (WordClasses.isClass(section)) {
                    classes.add(section);
                } else {
                    rules.indexOf(section.name())
                            .map(rules::rule)
                            .flatMap(StageTraining::wantOf)
                            .ifPresent(want -> section.lines().forEach(line -> phrases(line, classes, want, examples)));
                }
            }
        }
        return examples;
    }

    private static Optional<Integer> wantOf(StageRule rule) {
        if (rule.stage().isPresent()) {
            return rule.weight() >= STRONG ? Optional.of(want(rule.stage().get().id())) : Optional.empty();
        }
        return rule.name().startsWith("none.") ? Optional.of(0) : Optional.empty();
    }

    private static void phrases(DataFile.Line line, WordClasses classes, int want, List<Example> to) {
        if (!line.keyword().equals("say")) {
            return;
        }
        for (var phrase : line.argument().split("\\|", -1)) {
            var all = classes.of(line, phrase.strip());
            int step = Math.max(1, all.size() / MOST_OF_PHRASE);
            for (int i = 0; i < all.size(); i += step) {
                var wording = new HashSet<String>();
                for (var part : Contractions.expanded(all.get(i)).split("\\*", -1)) {
                    wording.addAll(Wording.ofPhrase(part.replace('#', '1')));
                }
                to.add(new Example(wording, want, PHRASE));
            }
        }
    }

    private static int want(String stage) {
        var same =
                switch (stage) {
                    case "screening", "final_round" -> "interview";
                    case "hired" -> "offer";
                    default -> stage;
                };
        return IntStream.range(1, CLASSES)
                .filter(i -> StageModel.CLASSES.get(i).orElseThrow().id().equals(same))
                .findFirst()
                .orElse(0);
    }

    /** Whether the rules or the model are right where they differ, by how sure the model is. */
    private static void crossValidate(List<Example> examples) {
        int right = 0;
        long mails = examples.stream().filter(one -> one.weight() == 1).count();
        var compared = new TreeMap<String, Integer>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var learn = new ArrayList<Example>();
            var check = new ArrayList<Example>();
            for (int i = 0; i < examples.size(); i++) {
                (i < mails && (long) i * FOLDS / mails == fold ? check : learn).add(examples.get(i));
            }
            var model = new StageModel(DataFile.parse("cv", String.join("\n", lines(learn(learn)))));
            for (var example : check) {
                var best = model.chances(example.wording()).getFirst();
                int said = StageModel.CLASSES.indexOf(best.stage());
                right += said == example.want() ? 1 : 0;
                var how = said == example.want() ? "right" : "wrong";
                var sure = "%.1f".formatted(Math.floor(best.chance() * 10) / 10);
                compared.merge(StageModel.CLASSES.get(said) + " " + sure + " " + how, 1, Integer::sum);
            }
        }
        System.out.printf(Locale.ROOT, "left out and right: %d of %d%n", right, mails);
        compared.forEach((key, count) -> System.out.println("  " + key + " " + count));
    }

    private static Learned learn(List<Example> examples) {
        var counts = new TreeMap<String, Integer>();
        for (var example : examples) {
            example.wording().forEach(feature -> counts.merge(feature, 1, Integer::sum));
        }
        var rarities = new HashMap<String, Double>();
        counts.forEach((feature, count) -> {
            if (count >= SEEN_IN && !feature.startsWith("[")) {
                rarities.put(feature, Math.pow(Math.log(1.0 * examples.size() / count), POWER));
            }
        });
        double rarest = Math.pow(Math.log(examples.size()), POWER);
        var all = learn(examples, List.copyOf(new TreeMap<>(rarities).keySet()), rarities, rarest);
        var chosen = all.weights().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(StageModel.BIAS))
                .sorted(Comparator.comparingDouble((Map.Entry<String, double[]> entry) ->
                        -most(entry.getValue()) * rarities.getOrDefault(entry.getKey(), 0.0)))
                .limit(MOST_FEATURES)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return learn(examples, chosen, rarities, rarest);
    }

    private static double most(double[] row) {
        return Arrays.stream(row).map(Math::abs).max().orElse(0);
    }

    private static final class Seen {
        private final int[] features;
        private final double scale;

        Seen(int[] features, double scale) {
            this.features = features;
            this.scale = scale;
        }
    }

    private static Learned learn(
            List<Example> examples, List<String> features, Map<String, Double> rarities, double rarest) {
        var numbers = new HashMap<String, Integer>();
        features.forEach(feature -> numbers.put(feature, numbers.size()));
        var values = features.stream()
                .mapToDouble(feature -> rarities.getOrDefault(feature, rarest))
                .toArray();
        var seen = examples.stream()
                .map(example -> seen(example, numbers, values, rarest))
                .toList();
        int bias = features.size();
        var weights = new double[bias + 1][CLASSES];
        var speed = new double[bias + 1][CLASSES];
        for (int round = 0; round < ROUNDS; round++) {
            step(examples, seen, values, weights, speed);
        }
        var learned = new LinkedHashMap<String, double[]>();
        learned.put(StageModel.BIAS, weights[bias]);
        features.forEach(feature -> learned.put(feature, weights[numbers.getOrDefault(feature, bias)]));
        return new Learned(learned, rarities, rarest);
    }

    private static Seen seen(Example example, Map<String, Integer> numbers, double[] values, double rarest) {
        var known = example.wording().stream()
                .map(feature -> Optional.ofNullable(numbers.get(feature)))
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .toArray();
        double length = Arrays.stream(known)
                .mapToDouble(feature -> values[feature] * values[feature])
                .sum();
        length += (example.wording().size() - known.length) * rarest * rarest;
        return new Seen(known, length == 0 ? 0 : 1 / Math.sqrt(length));
    }

    private static void step(
            List<Example> examples, List<Seen> seen, double[] values, double[][] weights, double[][] speed) {
        int bias = values.length;
        double total = examples.stream().mapToDouble(Example::weight).sum();
        var gradient = new double[weights.length][CLASSES];
        for (int i = 0; i < examples.size(); i++) {
            double weight = examples.get(i).weight();
            var error = error(seen.get(i), values, weights, examples.get(i).want());
            for (int feature : seen.get(i).features) {
                add(gradient[feature], error, weight * seen.get(i).scale * values[feature]);
            }
            add(gradient[bias], error, weight * BIAS_SHARE);
        }
        for (int f = 0; f < weights.length; f++) {
            for (int c = 0; c < CLASSES; c++) {
                double slope = (gradient[f][c] + RIDGE * weights[f][c]) / total;
                speed[f][c] = MOMENTUM * speed[f][c] - RATE * slope;
                weights[f][c] += speed[f][c];
            }
        }
    }

    /** The chances less what is right. */
    private static double[] error(Seen seen, double[] values, double[][] weights, int want) {
        var sums = weights[values.length].clone();
        for (int feature : seen.features) {
            add(sums, weights[feature], seen.scale * values[feature]);
        }
        double total = 0;
        for (int c = 0; c < CLASSES; c++) {
            sums[c] = Math.exp(sums[c]);
            total += sums[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            sums[c] = sums[c] / total - (c == want ? 1 : 0);
        }
        return sums;
    }

    private static void add(double[] to, double[] row, double scale) {
        for (int c = 0; c < CLASSES; c++) {
            to[c] += row[c] * scale;
        }
    }

    private static List<String> lines(Learned learned) {
        var lines = new ArrayList<String>();
        lines.add("[weights]");
        learned.weights().forEach((feature, row) -> {
            boolean bias = feature.equals(StageModel.BIAS);
            double rarity = bias ? learned.rarest() : learned.rarities().getOrDefault(feature, learned.rarest());
            var numbers = new StringBuilder(" " + Math.round(rarity / StageModel.HUNDREDTH));
            for (double weight : row) {
                numbers.append(' ').append(Math.round(weight * (bias ? 1 : rarity) / StageModel.HUNDREDTH));
            }
            lines.add(feature + " |" + numbers);
        });
        return lines;
    }

    private static void write(Learned learned) throws IOException {
        var lines = new ArrayList<>(List.of(
                "# How much words, and words side by side, speak for no stage, applied, assessment, interview, offer,",
                "# rejected and withdrawn, behind how rare they are, in hundredths. Learned from the written mails of the tests and the",
                "# phrases of the rules by StageTraining; not for writing by hand. ^ and $ are a sentence's ends, 0 is any number, x~ is how a longer word begins.",
                ""));
        lines.addAll(lines(learned));
        Files.write(FILE, lines);
    }
}
