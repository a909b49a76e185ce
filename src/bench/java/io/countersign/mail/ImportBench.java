package io.countersign.mail;

import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Times an import into an embedded database and reading all of it back: {@code ImportBench HOME PATH...}, HOME being empty. */
public final class ImportBench {
    private ImportBench() {}

    public static void main(String[] arguments) throws IOException {
        var home = Files.createDirectories(Path.of(arguments[0]));
        var paths = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        long start = System.nanoTime();
        try (var database = Database.open(new DatabaseSettings.Embedded(home.resolve("countersign")));
                var raws = new SegmentRawMailStore(home.resolve("mail"))) {
            System.out.printf(Locale.ROOT, "open %.2f s%n", seconds(start));
            var storage = new ImportService.Storage(database, new JdbcMailStore(database), raws);
            var service =
                    new ImportService(storage, new MailParser(), List.of(), ArrivalRules.none(), Clock.systemUTC());
            var result = service.run(paths, "local", Progress.none());
            System.out.printf(
                    Locale.ROOT,
                    "import %.2f s, %.0f mails/s, read %d imported %d duplicates %d rejected %d%n",
                    result.seconds(),
                    result.read() / result.seconds(),
                    result.read(),
                    result.imported(),
                    result.duplicates(),
                    result.rejected());
            for (int i = 0; i < 3; i++) {
                readAll(new JdbcMessageRepository(database));
            }
            start = System.nanoTime();
        }
        System.out.printf(Locale.ROOT, "close %.2f s, home %.0f MB%n", seconds(start), size(home) / 1e6);
    }

    private static void readAll(JdbcMessageRepository repository) {
        long start = System.nanoTime();
        long[] count = {0};
        repository.forEachNewestFirst(message -> ++count[0] > 0);
        System.out.printf(Locale.ROOT, "read back %d mails in %.2f s%n", count[0], seconds(start));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long size(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
