package io.countersign.classify.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Category;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.shared.db.Database;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stored mail says about senders, on both databases. */
abstract class SenderHistoryContract {
    private final Database database = open();
    private final JdbcSenderHistory history = new JdbcSenderHistory(database);
    private long lastId;

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void knowsNobodyBeforeTheFirstRefresh() {
        store(Category.PROMOTION, Category.PROMOTION, Category.PROMOTION, Category.PROMOTION);

        assertThat(history.usualCategory(sender())).isEmpty();
    }

    @Test
    void aSenderWithOneKindOfMailHasAUsualCategory() {
        store(Category.PROMOTION, Category.PROMOTION, Category.PROMOTION, Category.PROMOTION);
        history.refresh();

        assertThat(history.usualCategory(sender())).contains(Category.PROMOTION);
    }

    @Test
    void aSenderWithMixedMailHasNone() {
        store(Category.PROMOTION, Category.PROMOTION, Category.RECEIPT, Category.RECEIPT);
        history.refresh();

        assertThat(history.usualCategory(sender())).isEmpty();
    }

    @Test
    void threeMailsSayNothingYet() {
        store(Category.PROMOTION, Category.PROMOTION, Category.PROMOTION);
        history.refresh();

        assertThat(history.usualCategory(sender())).isEmpty();
    }

    private void store(Category... categories) {
        new JdbcMailStore(database)
                .insert(Stream.of(categories)
                        .map(category ->
                                TestMail.stored(TestMail.message(++lastId).withUnderstanding(understanding(category))))
                        .toList());
    }

    private static String sender() {
        return TestMail.message(1).envelope().from().email();
    }

    private static Understanding understanding(Category category) {
        return new Understanding(
                category,
                0.9,
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
