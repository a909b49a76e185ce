package io.countersign.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The detectors of the data files in compiled form: indexes from what a mail holds to patterns. Immutable and thread-safe. */
final class DetectorSet {
    private static final int[] NONE = {};

    private final List<Detector> detectors;
    private final Map<String, Integer> names = new HashMap<>();
    private final List<Pattern> patterns;
    private final Map<String, Map<String, int[]>> exact = new HashMap<>();
    private final Map<String, List<Pattern>> headers = new HashMap<>();
    private final Vocabulary vocabulary;
    private final PhraseTrie trie;
    private final double[] priors;
    private final double temperature;

    /** A phrase ({@code zones} not 0), a header test, or an exact value of some kind (domain, local part, fact, file). */
    record Pattern(int id, int detector, String kind, int zones, String text) {}

    DetectorSet(DetectorCompiler compiler) {
        detectors = List.copyOf(compiler.detectors);
        patterns = List.copyOf(compiler.patterns);
        priors = compiler.priors.clone();
        temperature = compiler.temperature;
        detectors.forEach(detector -> names.put(detector.name, detector.index));
        var words = new LinkedHashMap<String, Integer>();
        var builder = new PhraseTrie.Builder();
        for (var pattern : patterns) {
            if (pattern.zones() != 0) {
                builder.add(numbers(pattern.text(), words), pattern.id());
            } else if (pattern.kind().equals("header")) {
                headers.computeIfAbsent(headerName(pattern), _ -> new ArrayList<>())
                        .add(pattern);
            } else {
                exact.computeIfAbsent(pattern.kind(), _ -> new HashMap<>())
                        .merge(pattern.text(), new int[] {pattern.id()}, DetectorSet::both);
            }
        }
        vocabulary = new Vocabulary(List.copyOf(words.keySet()));
        trie = builder.build();
    }

    List<Detector> detectors() {
        return detectors;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    PhraseTrie trie() {
        return trie;
    }

    int patternCount() {
        return patterns.size();
    }

    Pattern pattern(int id) {
        return patterns.get(id);
    }

    int detectorOf(int pattern) {
        return patterns.get(pattern).detector();
    }

    int indexOf(String detector) {
        return Optional.ofNullable(names.get(detector))
                .orElseThrow(() -> new IllegalArgumentException("no detector " + detector));
    }

    /** The patterns of that kind with exactly that value; {@code value} is in lower case. */
    int[] exact(String kind, String value) {
        return exact.getOrDefault(kind, Map.of()).getOrDefault(value, NONE);
    }

    /** The patterns about a header field; {@code name} is in lower case. */
    List<Pattern> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The log-odds of the category at that index of {@link io.countersign.mail.Category#values()} before anything is seen. */
    double prior(int category) {
        return priors[category];
    }

    /** By what the log-odds are divided before they become probabilities. */
    double temperature() {
        return temperature;
    }

    private static String headerName(Pattern pattern) {
        int colon = pattern.text().indexOf(':');
        return colon < 0 ? pattern.text() : pattern.text().substring(0, colon);
    }

    /** The words of a phrase as numbers; new words get the next number. */
    static int[] numbers(String phrase, Map<String, Integer> words) {
        return PhraseSyntax.words(phrase).stream()
                .mapToInt(word -> switch (word) {
                    case "*" -> PhraseTrie.GAP;
                    case "#" -> Vocabulary.NUMBER;
                    case "$" -> Vocabulary.MONEY;
                    case "%" -> Vocabulary.PERCENT;
                    default -> words.computeIfAbsent(word, _ -> Vocabulary.FIRST + words.size());
                })
                .toArray();
    }

    private static int[] both(int[] a, int[] b) {
        return IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
    }
}
