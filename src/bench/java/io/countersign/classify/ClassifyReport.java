package io.countersign.classify;

import io.countersign.classify.SharedMail.Sample;
import io.countersign.mail.Examination;
import io.countersign.mail.Understanding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints what the detectors make of the shared collections: confusion by source, risk, ends, and time per mail. */
public final class ClassifyReport {
    private final ClassifyEnricher enricher = new ClassifyEnricher(SenderHistory.none());
    // processor time: what else the machine does at the moment must not count
    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    private final boolean verbose;

    private ClassifyReport(boolean verbose) {
        this.verbose = verbose;
    }

    /** Needs no arguments; {@code -v} prints a line for each mail. */
    public static void main(String[] arguments) throws IOException {
        new ClassifyReport(Arrays.asList(arguments).contains("-v")).run();
    }

    private void run() throws IOException {
        var mail = new SharedMail();
        var takeout = mail.takeout();
        var list = mail.all("mailing-list", "list");
        var spam = mail.all("spam-corpus/spam", "spam");
        report("takeout-2019", takeout);
        report("mailing-list", list);
        report("enron", mail.all("enron", "enron"));
        report("spam-corpus/ham", mail.all("spam-corpus/ham", "ham"));
        report("spam-corpus/spam", spam);
        report("stages real", mail.stages(true));
        report("stages invented", mail.stages(false));
        report("mixed", mail.mixed());
        report("receipts", mail.receipts());
        for (int round = 0; round < 5; round++) {
            speed("takeout-2019", takeout);
            speed("mailing-list", list);
            speed("spam-corpus/spam", spam);
        }
    }

    private void report(String source, List<Sample> samples) {
        var confusion = new TreeMap<String, Map<String, Integer>>();
        var risks = new int[4];
        int ends = 0;
        int events = 0;
        for (var sample : samples) {
            var found = understand(sample);
            var category = found.category().id();
            confusion.computeIfAbsent(sample.label(), _ -> new TreeMap<>()).merge(category, 1, Integer::sum);
            int risk = found.riskScore();
            risks[risk >= 80 ? 3 : risk >= 50 ? 2 : risk > 20 ? 1 : 0]++;
            ends += found.expiresAt().isPresent() ? 1 : 0;
            events += found.eventAt().isPresent() ? 1 : 0;
            line(source, sample, found);
        }
        System.out.printf(
                Locale.ROOT,
                "%n== %s: %d mails, ends %d, events %d, risk <=20 %d, <50 %d, <80 %d, >=80 %d%n",
                source,
                samples.size(),
                ends,
                events,
                risks[0],
                risks[1],
                risks[2],
                risks[3]);
        confusion.forEach((label, row) -> {
            int sum = row.values().stream().mapToInt(Integer::intValue).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %5d  recall %5.1f %%  %s%n",
                    label,
                    sum,
                    100.0 * row.getOrDefault(label, 0) / sum,
                    row);
        });
    }

    private void line(String source, Sample sample, Understanding found) {
        if (verbose) {
            System.out.printf(
                    Locale.ROOT,
                    "%s\t%s\t%s\t%.2f\t%d\t%s\t%s\t%s\t%s\t%s\t%s%n",
                    source,
                    sample.label(),
                    found.category().id(),
                    found.categoryConfidence(),
                    found.riskScore(),
                    found.expiresAt().map(Object::toString).orElse("-"),
                    found.eventAt().map(Object::toString).orElse("-"),
                    sample.mail().from(),
                    sample.mail().subject().replace('\n', ' '),
                    found.evidence(),
                    found.riskReasons() + sample.id());
        }
    }

    private Understanding understand(Sample sample) {
        return enricher.enrich(Examination.of(sample.mail(), sample.envelope()), Understanding.unknown());
    }

    private void speed(String source, List<Sample> samples) {
        var times = new long[samples.size()];
        for (int i = 0; i < times.length; i++) {
            long start = cpu.getCurrentThreadCpuTime();
            understand(samples.get(i));
            times[i] = cpu.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-20s p50 %.1f us, mean %.1f us, p99 %.1f us%n",
                source,
                times[times.length / 2] / 1e3,
                Arrays.stream(times).average().orElse(0) / 1e3,
                times[times.length * 99 / 100] / 1e3);
    }
}
