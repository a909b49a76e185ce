package io.countersign.mail.jdbc;

import io.countersign.mail.ArrivalRules;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;

/** The process that {@link KilledProcessTest} kills: says what it has done, one line each, and goes on. */
final class ImportChild {
    private ImportChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[0]);
        var database = Database.open(new DatabaseSettings.Embedded(folder.resolve("db")));
        if (arguments.length > 1) {
            var home = new ImportHome(folder, database);
            home.service(List.of(), ArrivalRules.none())
                    .run(List.of(Path.of(arguments[1])), "local", new Announcing(home.messages));
        } else {
            database.with(handle -> handle.execute("create table probe (id integer primary key)"));
            database.inTransaction(() -> database.with(handle -> handle.execute("insert into probe values (1)")) > 0);
            System.out.println("committed");
        }
        Thread.currentThread().join(); // only a kill ends this process
    }

    private record Announcing(MessageRepository messages) implements Progress {
        @Override
        public void report(long done, long total, String message) {}

        @Override
        public void checkCancelled() {
            if (messages.count() > 0) {
                System.out.println("stored");
            }
        }
    }
}
