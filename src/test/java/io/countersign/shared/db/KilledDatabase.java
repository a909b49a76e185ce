package io.countersign.shared.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A database whose process is killed at any moment, also while it opens or closes, and which is then looked at completely. As a
 * program it goes on for as many seconds as it is told: {@code KilledDatabase FILE MAILS SECONDS SEED}.
 */
final class KilledDatabase {
    private final Path file;
    private final int mails;
    private final Random random;
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final Map<String, Integer> kills = new HashMap<>();

    KilledDatabase(Path file, int mails, long seed) {
        this.file = file;
        this.mails = mails;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        var database =
                new KilledDatabase(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[3]));
        long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000L;
        for (int round = 1; System.nanoTime() < end; round++) {
            long rows = database.killAndLook();
            System.out.println("round " + round + ": " + rows + " rows, " + Files.size(Path.of(arguments[0] + ".mv.db"))
                    + " bytes, " + database.acknowledged + ", killed after " + database.kills);
        }
    }

    /** How many kills there were after each kind of word. */
    Map<String, Integer> kills() {
        return kills;
    }

    /** One life of the process and what it left; returns the number of rows. */
    long killAndLook() throws IOException {
        kill();
        try (var database = Database.open(new DatabaseSettings.Embedded(file))) {
            long rows = ReadThrough.of(database);
            var sql = new Statements(database);
            KilledWriter.WRITERS.forEach(writer -> look(sql, writer));
            return rows;
        }
    }

    private void look(Statements sql, String writer) {
        long said = acknowledged.getOrDefault(writer, 0L);
        long newest = sql.number("select coalesce(max(proposal_id), 0) from audit_log where user_id = ?", writer);
        // What was committed but could not be said any more is there as a whole.
        assertThat(newest).as(writer).isBetween(said, said + 1);
        assertThat(sql.number("select count(distinct proposal_id) from audit_log where user_id = ?", writer))
                .as(writer)
                .isEqualTo(newest);
        assertThat(sql.number("select count(*) from message where account = ?", writer))
                .as(writer)
                .isEqualTo(sql.number("select coalesce(sum(message_id), 0) from audit_log where user_id = ?", writer));
        assertThat(sql.number("select coalesce(sum(size), 0) from message where account = ?", writer))
                .as(writer)
                .isEqualTo(sql.number("select coalesce(sum(batch_id), 0) from audit_log where user_id = ?", writer));
        acknowledged.put(writer, newest);
    }

    private void kill() throws IOException {
        var word = List.of("opened", "done", "done", "closing").get(random.nextInt(4));
        int times = 1 + random.nextInt(word.equals("done") ? 40 : 2);
        kills.merge(word, 1, Integer::sum);
        var process = start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            boolean killed = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", -1);
                if (words[0].equals("done")) {
                    acknowledged.put(words[1], Long.valueOf(words[2]));
                }
                if (words[0].equals(word) && --times == 0) {
                    LockSupport.parkNanos(random.nextInt(word.equals("closing") ? 400_000_000 : 30_000_000));
                    // The handle, since the process itself would close what is still to be read.
                    killed = process.toHandle().destroyForcibly();
                }
            }
            assertThat(killed).as("see target/killed-database.log").isTrue();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private Process start() throws IOException {
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(List.of(
                "-Xmx300m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledWriter.class.getName(),
                file.toString(),
                Integer.toString(mails),
                Long.toString(random.nextLong())));
        return new ProcessBuilder(command)
                .redirectError(new File("target", "killed-database.log"))
                .start();
    }
}
