package io.countersign.approval;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Decides one proposal after the other on an H2 file and says so, until it is killed. */
final class KilledDecider {
    static final int MAILS = 2000;

    private KilledDecider() {}

    /** The only argument is the database file. */
    public static void main(String[] arguments) {
        var desk = new Desk(Database.open(new DatabaseSettings.Embedded(Path.of(arguments[0]))));
        desk.store(LongStream.rangeClosed(1, MAILS)
                .mapToObj(id -> Desk.mail(id, Category.PROMOTION, "news@shop.example"))
                .toArray(Message[]::new));
        desk.archivePromotions();
        desk.propose();
        for (var id : desk.pendingIds()) {
            desk.approve(id);
            System.out.println("decided " + id);
        }
    }
}
