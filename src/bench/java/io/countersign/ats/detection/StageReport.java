package io.countersign.ats.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.classify.SharedMail;
import io.countersign.classify.SharedMail.Sample;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Examination;
import io.countersign.mail.Stage;
import io.countersign.mail.Understanding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how the stages and employers found in the labelled job mail compare with the labels, what is taken for job mail
 * in collections that hold none, and the time it takes. With {@code -v} a line for each disagreement.
 */
public final class StageReport {
    private static final List<String> COUNTED = List.of("applied", "assessment", "interview", "offer", "rejected");

    private final ClassifyEnricher classify = new ClassifyEnricher(SenderHistory.none());
    private final AtsEnricher ats = new AtsEnricher();
    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    private final SharedMail shared = new SharedMail();
    private final boolean verbose;

    private StageReport(boolean verbose) {
        this.verbose = verbose;
    }

    public static void main(String[] arguments) throws IOException {
        new StageReport(Arrays.asList(arguments).contains("-v")).run();
    }

    private record Row(Sample sample, String want, String company) {}

    private void run() throws IOException {
        var real = new ArrayList<Row>();
        var written = new ArrayList<Row>();
        try (var lines = Files.lines(SharedMail.HOME.resolve("stages.jsonl"))) {
            for (var line : lines.toList()) {
                var row = new ObjectMapper().readTree(line);
                (row.path("real").asBoolean() ? real : written).add(row(row));
            }
        }
        rows("real", real);
        rows("written", written);
        falseJobs("enron", shared.all("enron", ""));
        falseJobs("mailing-list", shared.all("mailing-list", ""));
        falseJobs("spam-corpus/ham", shared.all("spam-corpus/ham", ""));
        falseJobs("spam-corpus/spam", shared.all("spam-corpus/spam", ""));
        falseJobs("takeout-2019", shared.takeout());
    }

    private Row row(JsonNode row) {
        var from = row.path("from").asText("");
        var sender = from.isEmpty() || row.path("from").isNull() ? "Hiring Team <hiring@company.example>" : from;
        var sample = shared.sample(
                row.path("id").asText(),
                sender,
                row.path("subject").isNull()
                        ? ""
                        : row.path("subject").asText("").replace('\n', ' '),
                row.path("body").isNull() ? "" : row.path("body").asText(""),
                row.path("stage").asText());
        return new Row(
                sample,
                row.path("stage").asText(),
                row.path("company").asText("").replace("null", ""));
    }

    private void rows(String title, List<Row> rows) {
        var confusion = new TreeMap<String, Map<String, Integer>>();
        int companies = 0;
        int right = 0;
        for (var row : rows) {
            var found = understand(row.sample());
            var got = found.ats()
                    .flatMap(AtsFacts::stage)
                    .map(StageReport::counted)
                    .orElse("-");
            confusion.computeIfAbsent(row.want(), _ -> new TreeMap<>()).merge(got, 1, Integer::sum);
            var want = COUNTED.contains(row.want()) ? row.want() : "-";
            if (verbose && !want.equals(got)) {
                line(row, got, found);
            }
            if (!row.company().isEmpty() && !want.equals("-")) {
                companies++;
                var a = CompanyName.key(row.company());
                var b = CompanyName.key(found.ats().flatMap(AtsFacts::company).orElse(""));
                boolean same = !b.isEmpty() && (a.contains(b) || b.contains(a));
                right += same ? 1 : 0;
                if (verbose && !same) {
                    System.out.printf(
                            "  company %s: want %s got %s%n", row.sample().id(), row.company(), b);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%n== %s: %d rows, company %d of %d, macro-F1 %.3f%n",
                title,
                rows.size(),
                right,
                companies,
                macroF1(confusion));
        confusion.forEach((want, row) -> System.out.printf("%-20s %s%n", want, row));
    }

    private static void line(Row row, String got, Understanding found) {
        System.out.printf(
                "  want %s got %s %s | %s | %s | %s%n",
                row.want(),
                got,
                row.sample().id(),
                row.sample().mail().subject(),
                row.sample()
                        .mail()
                        .text()
                        .replaceAll("\\s+", " ")
                        .substring(
                                0,
                                Math.min(
                                        220,
                                        row.sample()
                                                .mail()
                                                .text()
                                                .replaceAll("\\s+", " ")
                                                .length())),
                found.ats()
                        .map(facts -> facts.finding().candidates() + " "
                                + facts.finding().evidence())
                        .orElse("no job mail"));
    }

    private static String counted(Stage stage) {
        var id =
                switch (stage) {
                    case SCREENING, FINAL_ROUND -> Stage.INTERVIEW.id();
                    case HIRED -> Stage.OFFER.id();
                    default -> stage.id();
                };
        return COUNTED.contains(id) ? id : "-";
    }

    private static double macroF1(Map<String, Map<String, Integer>> confusion) {
        double sum = 0;
        int classes = 0;
        for (var stage : COUNTED) {
            int all = confusion.getOrDefault(stage, Map.of()).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            int hits = confusion.getOrDefault(stage, Map.of()).getOrDefault(stage, 0);
            int said = confusion.values().stream()
                    .mapToInt(row -> row.getOrDefault(stage, 0))
                    .sum();
            if (all > 0) {
                classes++;
                sum += 2.0 * hits / (all + said);
            }
        }
        return sum / classes;
    }

    private void falseJobs(String source, List<Sample> samples) {
        int found = 0;
        int staged = 0;
        var times = new long[samples.size()];
        for (int i = 0; i < times.length; i++) {
            var sample = samples.get(i);
            var examined = Examination.of(sample.mail(), sample.envelope());
            var before = classify.enrich(examined, Understanding.unknown());
            long start = cpu.getCurrentThreadCpuTime();
            var after = ats.enrich(examined, before);
            times[i] = cpu.getCurrentThreadCpuTime() - start;
            found += after.ats().isPresent() ? 1 : 0;
            staged += after.ats().flatMap(AtsFacts::stage).isPresent() ? 1 : 0;
            after.ats()
                    .filter(_ -> verbose)
                    .ifPresent(facts -> System.out.printf(
                            "  %s %s | %s | %s | %s %s%n",
                            source,
                            sample.id(),
                            sample.mail().from(),
                            sample.mail().subject(),
                            before.category(),
                            facts));
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s: %d mails, job mail %d (%.2f %%), with a stage %d; p50 %.1f us, mean %.1f us, p99 %.1f us%n",
                source,
                samples.size(),
                found,
                100.0 * found / samples.size(),
                staged,
                times[times.length / 2] / 1e3,
                Arrays.stream(times).average().orElse(0) / 1e3,
                times[times.length * 99 / 100] / 1e3);
    }

    private Understanding understand(Sample sample) {
        var examined = Examination.of(sample.mail(), sample.envelope());
        return ats.enrich(examined, classify.enrich(examined, Understanding.unknown()));
    }
}
