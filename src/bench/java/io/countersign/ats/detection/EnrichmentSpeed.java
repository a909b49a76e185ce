package io.countersign.ats.detection;

import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.mail.Envelope;
import io.countersign.mail.Examination;
import io.countersign.mail.MailParser;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Prints how long the job mail in a folder of raw mails takes to find, from raw bytes, on so many threads. */
public final class EnrichmentSpeed {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final ClassifyEnricher classify = new ClassifyEnricher(SenderHistory.none());
    private final AtsEnricher ats = new AtsEnricher();
    private final AtomicLong parsing = new AtomicLong();
    private final AtomicLong classifying = new AtomicLong();
    private final AtomicLong enriching = new AtomicLong();
    private final AtomicInteger jobs = new AtomicInteger();

    private EnrichmentSpeed() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        List<Path> files;
        try (var tree = Files.walk(Path.of(arguments[0]))) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        new EnrichmentSpeed().run(files.subList(0, Math.min(2_000, files.size())), threads, "warm-up");
        new EnrichmentSpeed().run(files, threads, "all");
    }

    private void run(List<Path> files, int threads, String title) throws InterruptedException {
        var start = System.nanoTime();
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                pool.execute(() -> {
                    for (int k = next.getAndIncrement(); k < files.size(); k = next.getAndIncrement()) {
                        read(files.get(k));
                    }
                });
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                Locale.ROOT,
                "%s: %d mails on %d threads in %.1f s; processor time: parsing %.1f s, classifying %.1f s, job mail %.1f s;"
                        + " %d are job mail%n",
                title,
                files.size(),
                threads,
                took.toMillis() / 1e3,
                parsing.get() / 1e9,
                classifying.get() / 1e9,
                enriching.get() / 1e9,
                jobs.get());
    }

    private void read(Path file) {
        long begin = CPU.getCurrentThreadCpuTime();
        var mail = parsed(file);
        long parsed = CPU.getCurrentThreadCpuTime();
        var envelope = new Envelope(
                mail.messageId(),
                "",
                mail.from(),
                mail.to(),
                mail.listId(),
                mail.subject(),
                mail.date().orElse(Instant.EPOCH),
                "",
                false,
                false,
                0);
        var examined = Examination.of(mail, envelope);
        var before = classify.enrich(examined, Understanding.unknown());
        long classified = CPU.getCurrentThreadCpuTime();
        var found = ats.enrich(examined, before);
        long end = CPU.getCurrentThreadCpuTime();
        parsing.addAndGet(parsed - begin);
        classifying.addAndGet(classified - parsed);
        enriching.addAndGet(end - classified);
        jobs.addAndGet(found.ats().isPresent() ? 1 : 0);
    }

    private static ParsedMail parsed(Path file) {
        try {
            return new MailParser().parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
