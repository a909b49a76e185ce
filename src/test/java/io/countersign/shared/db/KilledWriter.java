package io.countersign.shared.db;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * The process that {@link KilledDatabaseTest} kills. Two threads change mail as the product does (batches, updates, merges,
 * deletions, transactions that fail) and write with each change into the audit log what it did to number and sizes; each says
 * {@code done WRITER NUMBER} after the commit. Now and then the database is closed and opened again.
 */
final class KilledWriter {
    static final List<String> WRITERS = List.of("a", "b");
    private static final long IDS_OF_ONE = 1_000_000;

    private final Statements sql;
    private final String writer;
    private final long first;
    private final int mails;
    private final Random random;

    private KilledWriter(Database database, String writer, int mails, long seed) {
        this.sql = new Statements(database);
        this.writer = writer;
        this.first = WRITERS.indexOf(writer) * IDS_OF_ONE;
        this.mails = mails;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws InterruptedException {
        var settings = new DatabaseSettings.Embedded(Path.of(arguments[0]));
        int mails = Integer.parseInt(arguments[1]);
        var random = new Random(Long.parseLong(arguments[2]));
        while (true) { // only a kill ends this process
            try (var database = Database.open(settings)) {
                System.out.println("opened");
                int steps = 2 + random.nextInt(40);
                var threads = new ArrayList<Thread>();
                for (var writer : WRITERS) {
                    var one = new KilledWriter(database, writer, mails, random.nextLong());
                    threads.add(Thread.ofPlatform().start(() -> one.run(steps)));
                }
                for (var thread : threads) {
                    thread.join();
                }
                System.out.println("closing");
            }
        }
    }

    private void run(int steps) {
        long done = sql.number("select coalesce(max(proposal_id), 0) from audit_log where user_id = ?", writer);
        for (int i = 0; i < steps; i++) {
            long number = ++done;
            if (random.nextInt(8) == 0) {
                fail();
            }
            sql.inTransaction(() -> {
                step(number);
                return number;
            });
            System.out.println("done " + writer + " " + number);
        }
    }

    private void fail() {
        try {
            sql.inTransaction(() -> {
                step(0);
                throw new UnsupportedOperationException("on purpose");
            });
        } catch (UnsupportedOperationException e) {
            // rolled back: nothing of it may be found
        }
    }

    private void step(long number) {
        int length = random.nextInt(6) == 0 ? 1 + mails / 4 : 1 + random.nextInt(60);
        long from = first + random.nextInt(mails);
        long to = from + length;
        long[] before = sums(from, to);
        switch (random.nextInt(5)) {
            case 0 -> sql.update("delete from message where id >= ? and id < ?", from, to);
            case 1 -> move(from, to);
            case 2 -> link(from, to);
            default -> insert(from, to);
        }
        long[] after = sums(from, to);
        sql.insert(
                "insert into audit_log (happened_at, user_id, event, proposal_id, message_id, batch_id, what)"
                        + " values (?, ?, 'stress', ?, ?, ?, ?)",
                now(),
                writer,
                number,
                after[0] - before[0],
                after[1] - before[1],
                noise(200));
    }

    private long[] sums(long from, long to) {
        return sql.first(
                        "select count(*), coalesce(sum(size), 0) from message where id >= ? and id < ?",
                        row -> new long[] {row.getLong(1), row.getLong(2)},
                        from,
                        to)
                .orElseThrow();
    }

    private void move(long from, long to) {
        sql.update(
                "update message set size = ?, received_at = ?, thread_id = ?, evidence = ?, version = version + 1"
                        + " where id >= ? and id < ?",
                (long) random.nextInt(100_000),
                now(),
                random.nextLong(1000),
                noise(random.nextInt(2000)),
                from,
                to);
    }

    private void link(long from, long to) {
        sql.batch(
                "merge into thread_link (hash, message_id) key (hash) values (?, ?)",
                LongStream.range(from, to).boxed().toList(),
                (row, id) -> row.add(id).add(random.nextLong(1000)));
    }

    private void insert(long from, long to) {
        var known = sql.list("select id from message where id >= ? and id < ?", row -> row.getLong(1), from, to);
        sql.batch(
                "insert into message (id, identity, thread_id, version, message_id, message_key, account, from_name,"
                        + " from_email, recipients, subject, received_at, preview, has_attachment, unsubscribable, size,"
                        + " folder, labels, assigned_labels, unread, starred, answered, quarantined, category,"
                        + " category_confidence, evidence, risk_score, risk_reasons, raw_segment, raw_offset, raw_length,"
                        + " defects) values (?, ?, ?, 1, ?, ?, ?, '', '', '', ?, ?, '', false, false, ?, '', '', '', true,"
                        + " false, false, false, 'receipt', 0.5, ?, 0, '', 1, 0, 0, '')",
                LongStream.range(from, to)
                        .filter(id -> !known.contains(id))
                        .boxed()
                        .toList(),
                (row, id) -> row.add(id)
                        .add(new UUID(random.nextLong(), random.nextLong()))
                        .add(random.nextLong(1000))
                        .add("m" + id)
                        .add(random.nextLong())
                        .add(writer)
                        .add(noise(100))
                        .add(now())
                        .add((long) random.nextInt(100_000))
                        .add(noise(random.nextInt(4000))));
    }

    private Instant now() {
        return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1_000_000));
    }

    /** Text that does not compress. */
    private String noise(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + random.nextInt(90)));
        }
        return text.toString();
    }
}
