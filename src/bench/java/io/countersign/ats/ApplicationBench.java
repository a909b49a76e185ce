package io.countersign.ats;

import io.countersign.ats.jdbc.JdbcApplicationDecisions;
import io.countersign.ats.jdbc.JdbcEnrichmentLog;
import io.countersign.ats.jdbc.JdbcSenderVolumes;
import io.countersign.ats.jdbc.JdbcWarehouseRows;
import io.countersign.ats.joining.ApplicationJoiner;
import io.countersign.ats.joining.JobSearch;
import io.countersign.ats.joining.JoinInput;
import io.countersign.ats.joining.Letter;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.tracking.ApplicationService;
import io.countersign.ats.tracking.AtsEnrichmentJob;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.Stage;
import io.countersign.mail.StoredMail;
import io.countersign.mail.TestMail;
import io.countersign.mail.jdbc.JdbcAtsMails;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Times what the applications of a long job search cost: joining and ranking 5,000 of them in memory, then the same on a
 * database of 100,000 mails, and its enrichment.
 */
public final class ApplicationBench {
    private static final int APPLICATIONS = 5_000;
    private static final int MAILS = 100_000;
    private static final int RUNS = 15;

    private ApplicationBench() {}

    public static void main(String[] arguments) throws IOException {
        var search = JobSearch.of(1, APPLICATIONS);
        var mails = search.letters().stream().map(Letter::mail).toList();
        var joiner = new ApplicationJoiner(ZoneOffset.UTC);
        var ranking = new RiskRanking(ZoneOffset.UTC);
        var input = new JoinInput(mails, List.of(), List.of());
        var joined = median("join " + mails.size() + " mails", () -> joiner.join(input));
        System.out.println(joined.applications().size() + " applications");
        median("rank", () -> ranking.rank(joined.applications(), Letter.day(320)));
        oneEmployer(joiner);
        database(search);
    }

    /** The worst case: everything is about one employer. */
    private static void oneEmployer(ApplicationJoiner joiner) {
        var mails = new ArrayList<AtsMail>();
        for (int i = 1; i <= 20_000; i++) {
            mails.add(Letter.of(i, i % 300, Stage.APPLIED, "Acme", "Role " + i % 5000)
                    .mail());
        }
        var input = new JoinInput(mails, List.of(), List.of());
        median("join 20000 mails of one employer", () -> joiner.join(input));
    }

    private static void database(JobSearch search) throws IOException {
        var file = Files.createTempDirectory("countersign-bench-").resolve("db");
        var clock = Clock.fixed(Letter.day(320), ZoneOffset.UTC);
        try (var database = Database.open(new DatabaseSettings.Embedded(file))) {
            fill(new JdbcMailStore(database), search);
            var messages = new JdbcMessageRepository(database);
            var atsMails = new JdbcAtsMails(database, messages, clock);
            var books = new ApplicationService.Books(
                    atsMails,
                    messages,
                    new JdbcApplicationDecisions(database, "me", clock),
                    new JdbcWarehouseRows(database, "me", clock),
                    database);
            median("read from the database", atsMails::all);
            median("revision", atsMails::revision);
            var desk = new ApplicationService(books, new RiskRanking(ZoneOffset.UTC), clock);
            once("applications, first", desk::applications);
            median("applications, unchanged", desk::applications);
            var job = new AtsEnrichmentJob(
                    desk,
                    books,
                    (_, _) -> Optional.empty(),
                    new JdbcEnrichmentLog(database, "me"),
                    new JdbcSenderVolumes(database),
                    clock,
                    "1");
            System.out.println(once("full enrichment", () -> job.run(true, Progress.none())));
            System.out.println(once("full enrichment again", () -> job.run(true, Progress.none())));
            System.out.println(once("incremental enrichment", () -> job.run(false, Progress.none())));
        }
    }

    private static void fill(JdbcMailStore store, JobSearch search) {
        var all = new ArrayList<StoredMail>();
        search.letters().forEach(letter -> all.add(TestMail.stored(letter.message())));
        for (int id = all.size() + 1; id <= MAILS; id++) {
            all.add(TestMail.stored(Letter.of(id, id % 320).plain().message()));
        }
        for (int from = 0; from < all.size(); from += 1000) {
            store.insert(all.subList(from, Math.min(all.size(), from + 1000)));
        }
    }

    private static <T> T once(String what, Supplier<T> work) {
        long start = System.nanoTime();
        var result = work.get();
        System.out.printf(Locale.ROOT, "%s: %.0f ms%n", what, (System.nanoTime() - start) / 1e6);
        return result;
    }

    /** Times on the clock, and of the processor: the machine may be busy. */
    private static <T> T median(String what, Supplier<T> work) {
        var cpu = ManagementFactory.getThreadMXBean();
        var times = new long[RUNS];
        var busy = new long[RUNS];
        T result = work.get();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            long begun = cpu.getCurrentThreadCpuTime();
            result = work.get();
            busy[i] = cpu.getCurrentThreadCpuTime() - begun;
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        Arrays.sort(busy);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, slowest %.1f ms; processor %.1f ms%n",
                what,
                times[RUNS / 2] / 1e6,
                times[RUNS - 1] / 1e6,
                busy[RUNS / 2] / 1e6);
        return result;
    }
}
