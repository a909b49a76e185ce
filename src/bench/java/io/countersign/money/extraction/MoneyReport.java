package io.countersign.money.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.classify.SharedMail;
import io.countersign.classify.SharedMail.Sample;
import io.countersign.mail.Examination;
import io.countersign.mail.MailParser;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.Understanding;
import io.countersign.money.PdfReading;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Scores receipts as shared/score does and lists what went wrong; counts false receipts in the collections without any;
 * measures the time that extraction adds. Arguments: a folder that labels_to_mail.py wrote, then {@code -v} for a line per
 * mail and {@code -f} for the false ones.
 */
public final class MoneyReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClassifyEnricher classifier = new ClassifyEnricher(SenderHistory.none());
    private final ReceiptEnricher enricher =
            new ReceiptEnricher(_ -> new PdfReading.Unreadable("PDFs are not read here."));
    private final MailParser parser = new MailParser();
    // processor time: what else the machine does at the moment must not count
    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    private final List<String> flags;

    private MoneyReport(List<String> flags) {
        this.flags = flags;
    }

    public static void main(String[] arguments) throws IOException {
        var all = Arrays.asList(arguments);
        var report = new MoneyReport(all);
        if (!all.isEmpty() && !all.getFirst().startsWith("-")) {
            report.score(Path.of(all.getFirst()));
        }
        if (!all.contains("-s")) {
            report.collections();
        }
    }

    private void score(Path folder) throws IOException {
        int rows = 0;
        int exact = 0;
        int wrong = 0;
        int missed = 0;
        int currency = 0;
        int merchant = 0;
        int dates = 0;
        int dated = 0;
        for (var line : Files.readAllLines(folder.resolve("labels.jsonl"))) {
            var row = JSON.readTree(line);
            var id = row.path("messageId").asText().replaceAll("[<>]|@.*", "");
            var raw = Files.readAllBytes(folder.resolve(id + ".eml"));
            var mail = parser.parse(raw);
            var sample = new Sample(id, mail, "receipt");
            var found = understand(sample);
            var amounts = found.receipts().stream()
                    .flatMap(facts -> facts.amount().stream())
                    .map(BigDecimal::abs)
                    .sorted()
                    .toList();
            var totals = totals(row);
            boolean same = same(amounts, totals);
            if (!totals.isEmpty()) {
                rows++;
                exact += same ? 1 : 0;
                missed += amounts.isEmpty() ? 1 : 0;
                wrong += !amounts.isEmpty() && !same ? 1 : 0;
                boolean rightCurrency = found.receipts().stream()
                        .anyMatch(facts -> facts.currency()
                                .orElse("")
                                .equals(row.path("currency").asText()));
                var a = plain(row.path("merchant").asText(""));
                var start = a.substring(0, Math.min(6, a.length()));
                boolean rightMerchant = found.receipts().stream()
                        .anyMatch(facts -> plain(facts.merchant()).contains(start));
                boolean hasDate = row.hasNonNull("date");
                boolean rightDate = hasDate
                        && found.receipts().stream()
                                .anyMatch(facts -> facts.date()
                                        .map(Object::toString)
                                        .orElse("")
                                        .equals(row.path("date").asText()));
                currency += rightCurrency ? 1 : 0;
                merchant += rightMerchant ? 1 : 0;
                dates += hasDate && !amounts.isEmpty() ? 1 : 0;
                dated += rightDate ? 1 : 0;
                boolean right = same && rightCurrency && rightMerchant && (rightDate || !hasDate);
                if (!right || flags.contains("-v")) {
                    System.out.println(
                            (right ? "ok  " : "BAD ") + row.path("path").asText() + " want " + totals + " "
                                    + row.path("currency").asText() + " "
                                    + row.path("merchant").asText() + " "
                                    + row.path("date").asText());
                    print(found);
                }
            } else {
                System.out.println("none " + row.path("path").asText() + " "
                        + row.path("kind").asText());
                print(found);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "rows %d exact %.3f wrong %.3f missed %.3f currency %d merchant %d date %d of %d%n",
                rows,
                exact / (double) rows,
                wrong / (double) rows,
                missed / (double) rows,
                currency,
                merchant,
                dated,
                dates);
    }

    private static void print(Understanding found) {
        System.out.println("      category " + found.category() + " risk " + found.riskScore());
        for (var facts : found.receipts()) {
            System.out.println("      " + shown(facts));
        }
    }

    private static String shown(ReceiptFacts facts) {
        return facts.amount().map(BigDecimal::toPlainString).orElse("-") + " "
                + facts.currency().orElse("-") + " | "
                + facts.merchant() + " | " + facts.date().map(Object::toString).orElse("-") + " | "
                + facts.kind().id() + " " + facts.status().id() + " | "
                + facts.orderId().orElse("-") + " | "
                + facts.evidence() + " | " + facts.confidence();
    }

    private static List<BigDecimal> totals(JsonNode row) {
        var totals = new ArrayList<BigDecimal>();
        row.path("totals").forEach(total -> totals.add(new BigDecimal(total.asText()).abs()));
        return totals.stream().sorted().toList();
    }

    private static boolean same(List<BigDecimal> amounts, List<BigDecimal> totals) {
        boolean all = amounts.size() == totals.size();
        for (int i = 0; all && i < amounts.size(); i++) {
            all = amounts.get(i).compareTo(totals.get(i)) == 0;
        }
        var sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var wanted = totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return all || (!amounts.isEmpty() && totals.size() > 1 && sum.compareTo(wanted) == 0);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private void collections() throws IOException {
        var mail = new SharedMail();
        report("takeout-2019", mail.takeout());
        report("mailing-list", mail.all("mailing-list", "list"));
        report("enron", mail.all("enron", "enron"));
        report("spam-corpus/ham", mail.all("spam-corpus/ham", "ham"));
        report("spam-corpus/spam", mail.all("spam-corpus/spam", "spam"));
        report("stages", mail.stages(true));
        report("stages invented", mail.stages(false));
        report("mixed", mail.mixed());
        report("mime", mail.all("mime/mime4j", "mime"));
    }

    private void report(String source, List<Sample> samples) {
        int receipts = 0;
        long added = 0;
        var times = new long[samples.size()];
        for (int round = 0; round < 3; round++) {
            receipts = 0;
            added = 0;
            for (int i = 0; i < times.length; i++) {
                var sample = samples.get(i);
                var before = classified(sample);
                long start = cpu.getCurrentThreadCpuTime();
                var found = enricher.enrich(Examination.of(sample.mail(), sample.envelope()), before);
                times[i] = cpu.getCurrentThreadCpuTime() - start;
                added += times[i];
                boolean receipt = found.receipts().stream()
                        .anyMatch(facts -> facts.amount().isPresent());
                receipts += receipt ? 1 : 0;
                if (round == 0 && receipt && flags.contains("-f")) {
                    System.out.println(
                            source + " " + sample.id() + " " + sample.mail().from() + " | "
                                    + sample.mail().subject() + " | " + before.category() + " risk "
                                    + before.riskScore() + " list "
                                    + sample.mail().header("List-Unsubscribe").isPresent());
                    print(found);
                }
            }
        }
        long start = cpu.getCurrentThreadCpuTime();
        samples.forEach(this::classified);
        long without = cpu.getCurrentThreadCpuTime() - start;
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-18s %5d mails, receipts %4d (%.2f %%), added mean %.1f us p50 %.1f p99 %.1f (classify %.1f us)%n",
                source,
                samples.size(),
                receipts,
                100.0 * receipts / samples.size(),
                added / 1e3 / samples.size(),
                times[times.length / 2] / 1e3,
                times[times.length * 99 / 100] / 1e3,
                without / 1e3 / samples.size());
    }

    private Understanding classified(Sample sample) {
        return classifier.enrich(Examination.of(sample.mail(), sample.envelope()), Understanding.unknown());
    }

    private Understanding understand(Sample sample) {
        return enricher.enrich(Examination.of(sample.mail(), sample.envelope()), classified(sample));
    }
}
