package io.countersign.classify;

import io.countersign.classify.DataFile.Line;
import io.countersign.classify.DetectorSet.Pattern;
import io.countersign.mail.Category;
import io.countersign.shared.CountersignException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads detector files. A broken one is refused with file, line and reason ({@link CountersignException.Invalid}).
 * The format is described at the top of {@code resources/classify/structure.txt}.
 */
final class DetectorCompiler {
    private static final Map<String, Integer> ZONES = Map.of(
            "subject", Zone.SUBJECT,
            "body", Zone.BODY,
            "top", Zone.TOP,
            "footer", Zone.FOOTER,
            "name", Zone.NAME,
            "text", Zone.SUBJECT | Zone.BODY,
            "start", Zone.SUBJECT | Zone.TOP);
    private static final List<Category> CATEGORIES = List.of(Category.values());
    private static final Set<String> EXACT = Set.of("sender", "relay", "local", "file");
    /** Kind of the patterns inside which the detector's other phrases do not count. */
    static final String EXCEPT = "except";

    private static final Set<String> FACTS =
            Arrays.stream(Fact.values()).map(Fact::id).collect(Collectors.toSet());

    final List<Detector> detectors = new ArrayList<>();
    final List<Pattern> patterns = new ArrayList<>();
    final double[] priors = new double[Category.values().length];
    double temperature = 1;

    private final Map<String, Integer> names = new HashMap<>();
    private final DomainLists domains;

    DetectorCompiler(DomainLists domains) {
        this.domains = domains;
    }

    /** Adds the sections of a file; {@code [model]} holds priors and temperature. */
    DetectorCompiler add(DataFile file) {
        for (var section : file.sections()) {
            if (section.name().equals("model")) {
                section.lines().forEach(this::model);
                continue;
            }
            var detector = new Detector(section.name(), detectors.size());
            section.at().require(names.put(section.name(), detector.index) == null, "A second " + section.name());
            detectors.add(detector);
            section.lines().forEach(line -> read(detector, line));
            section.at().require(detector.risk == 0 || !detector.reason.isEmpty(), "A risk needs a reason");
            section.at()
                    .require(
                            detector.patterns + detector.needs.length + detector.needsAny.length > 0,
                            section.name() + " can never fire: it has no patterns");
        }
        return this;
    }

    DetectorSet compile() {
        return new DetectorSet(this);
    }

    private void model(Line line) {
        switch (line.keyword()) {
            case "prior" -> weights(line, priors);
            case "temperature" -> temperature = number(line, line.argument());
            default -> throw line.refuse("'" + line.keyword() + "' is neither prior nor temperature");
        }
    }

    private void read(Detector detector, Line line) {
        var keyword = line.keyword();
        switch (keyword) {
            case "weights" -> weights(line, detector.weights);
            case "risk" -> detector.risk = percent(line);
            case "reason" -> detector.reason = line.argument();
            case "count" -> detector.atLeast = (int) number(line, line.argument());
            case "needs" -> detector.needs = others(line, detector.needs);
            case "needs-any" -> detector.needsAny = others(line, detector.needsAny);
            case "unless" -> detector.unless = others(line, detector.unless);
            case "header" -> pattern(detector, keyword, 0, line.argument().toLowerCase(Locale.ROOT));
            case "fact" -> {
                line.require(FACTS.contains(line.argument()), "There is no fact '" + line.argument() + "'");
                pattern(detector, keyword, 0, line.argument());
            }
            case "except" -> exceptions(detector, line);
            default -> words(detector, line, keyword);
        }
    }

    private void exceptions(Detector detector, Line line) {
        for (var phrase : line.argument().split("\\|", -1)) {
            var fault = PhraseSyntax.fault(phrase);
            line.require(fault.isEmpty(), fault);
            patterns.add(new Pattern(patterns.size(), detector.index, EXCEPT, -1, phrase.strip()));
        }
    }

    private void words(Detector detector, Line line, String keyword) {
        if (EXACT.contains(keyword)) {
            for (var value : line.argument().split("\\s+", -1)) {
                values(line, value).forEach(single -> pattern(detector, keyword, 0, single));
            }
            return;
        }
        var zones = ZONES.get(keyword);
        if (zones == null) {
            throw line.refuse("'" + keyword + "' is not a keyword");
        }
        for (var phrase : line.argument().split("\\|", -1)) {
            var fault = PhraseSyntax.fault(phrase);
            line.require(fault.isEmpty(), fault);
            pattern(detector, keyword, zones, phrase.strip());
        }
    }

    private Set<String> values(Line line, String value) {
        if (!value.startsWith("@")) {
            return Set.of(value.toLowerCase(Locale.ROOT));
        }
        line.require(domains.has(value.substring(1)), "There is no domain list '" + value + "'");
        return domains.list(value.substring(1));
    }

    private void pattern(Detector detector, String kind, int zones, String text) {
        patterns.add(new Pattern(patterns.size(), detector.index, kind, zones, text));
        detector.patterns++;
    }

    private int[] others(Line line, int[] before) {
        var found = IntStream.builder();
        IntStream.of(before).forEach(found);
        for (var name : line.argument().split("\\s+", -1)) {
            var index = names.get(name);
            line.require(
                    index != null && index < detectors.size() - 1, "'" + name + "' is not a detector further above");
            found.add(index == null ? 0 : index);
        }
        return found.build().toArray();
    }

    private static void weights(Line line, double[] weights) {
        for (var pair : line.argument().split("\\s+", -1)) {
            int equals = pair.indexOf('=');
            line.require(equals > 0, "'" + pair + "' is not category=number");
            var weight = number(line, pair.substring(equals + 1));
            for (var category : categories(line, pair.substring(0, equals))) {
                weights[CATEGORIES.indexOf(category)] += weight;
            }
        }
    }

    private static List<Category> categories(Line line, String name) {
        return switch (name) {
            case "@job" ->
                Arrays.stream(Category.values()).filter(Category::isJobSearch).toList();
            case "@bulk" -> List.of(Category.NEWSLETTER, Category.PROMOTION);
            case "@mass" ->
                List.of(Category.NEWSLETTER, Category.PROMOTION, Category.JOB_ALERT, Category.SOCIAL, Category.EVENT);
            default -> List.of(Category.of(name).orElseThrow(() -> line.refuse("There is no category '" + name + "'")));
        };
    }

    private static int percent(Line line) {
        int risk = (int) number(line, line.argument());
        line.require(risk > 0 && risk < 100, "A risk lies between 1 and 99");
        return risk;
    }

    private static double number(Line line, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw line.refuse("'" + text + "' is not a number");
        }
    }
}
