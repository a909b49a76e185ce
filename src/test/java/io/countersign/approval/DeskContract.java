package io.countersign.approval;

import io.countersign.insight.PolicyStats;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.shared.db.Database;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;

/** A desk of its own for each test, on the database that is being tested. */
abstract class DeskContract {
    static final String SHOP = "news@shop.example";
    final Desk desk = new Desk(open());

    /** How many mails {@link #promotions} stored, with the ids 1 to this. */
    long stored;

    abstract Database open();

    @AfterEach
    void close() {
        desk.close();
    }

    /** Stores so many more mails that {@link Desk#archivePromotions()} proposes for. */
    void promotions(int count) {
        desk.store(LongStream.rangeClosed(stored + 1, stored + count)
                .mapToObj(id -> Desk.mail(id, Category.PROMOTION, SHOP))
                .toArray(Message[]::new));
        stored += count;
    }

    PolicyStats stats(long policy) {
        return desk.statistics.of(Desk.USER, OptionalInt.empty()).stream()
                .filter(one -> one.policyId() == policy)
                .findFirst()
                .orElseThrow();
    }
}
