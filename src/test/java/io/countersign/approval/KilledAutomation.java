package io.countersign.approval;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;

/** Imports and proposes for an automatic policy, a few mails at a time, on an H2 file and says so, until it is killed. */
final class KilledAutomation {
    static final int EARNS = 73;
    static final int AT_A_TIME = 20;
    private static final int ROUNDS = 500;

    private KilledAutomation() {}

    /** The only argument is the database file. */
    public static void main(String[] arguments) {
        var desk = new Desk(Database.open(new DatabaseSettings.Embedded(Path.of(arguments[0]))));
        promotions(desk, 1, EARNS);
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approve(desk.pendingIds().toArray(Long[]::new));
        desk.trust.answer(policy.id(), true);
        desk.clock.forward(Duration.ofMinutes(1));
        for (int round = 0; round < ROUNDS; round++) {
            long first = EARNS + 1L + (long) round * AT_A_TIME;
            promotions(desk, first, AT_A_TIME);
            desk.approvals.proposeFrom(first, Progress.none());
            System.out.println("decided " + round);
        }
    }

    private static void promotions(Desk desk, long first, int count) {
        desk.store(LongStream.range(first, first + count)
                .mapToObj(id -> Desk.mail(id, Category.PROMOTION, "news@shop.example"))
                .toArray(Message[]::new));
    }
}
