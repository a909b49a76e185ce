package io.countersign.mail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.mail.Category;
import io.countersign.mail.MailChanges.Change;
import io.countersign.mail.MailChanges.Forgotten;
import io.countersign.mail.Message;
import io.countersign.mail.TestMail;
import io.countersign.shared.db.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log of changed mail, on both databases. */
abstract class MailChangesContract {
    private final Database database = open();
    private final JdbcMailStore store = new JdbcMailStore(database);
    private final JdbcMessageRepository repository = new JdbcMessageRepository(database);
    private final JdbcMailChanges changes = new JdbcMailChanges(database);

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void mailThatWasStoredBeforeTheLogBeganIsForgotten() {
        assertThat(changes.latest()).isEqualTo(1);
        assertThatThrownBy(() -> changes.after(0, 10)).isInstanceOf(Forgotten.class);
        assertThat(changes.after(1, 10)).isEmpty();
    }

    @Test
    void newMailAndChangesOfItAreLoggedInTheirOrder() {
        insert(1, 2);
        repository.updateStates(List.of(seen(repository.find(2).orElseThrow())));
        var first = repository.find(1).orElseThrow();
        repository.updateUnderstanding(
                List.of(first.withUnderstanding(first.understanding().withCategory(Category.RECEIPT, 0.9, List.of()))));

        assertThat(changes.after(1, 10))
                .containsExactly(
                        new Change(2, 1, true),
                        new Change(2, 2, true),
                        new Change(3, 2, false),
                        new Change(4, 1, false));
        assertThat(changes.latest()).isEqualTo(4);
    }

    @Test
    void whatIsTakenBackIsNotLogged() {
        insert(1);
        long before = changes.latest();
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    repository.updateStates(List.of(seen(repository.find(1).orElseThrow())));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(changes.latest()).isEqualTo(before);
        assertThat(changes.after(before, 10)).isEmpty();
    }

    @Test
    void aTransactionIsNeverCutInTwo() {
        insert(1);
        insert(LongStream.rangeClosed(2, 9).toArray());
        insert(10);

        assertThat(changes.after(1, 3)).extracting(Change::messageId).containsExactly(1L);
        assertThat(changes.after(2, 3)).extracting(Change::messageId).hasSize(8);
        assertThat(changes.after(3, 3)).extracting(Change::messageId).containsExactly(10L);
    }

    @Test
    void oldChangesAreForgotten() {
        insert(1);
        for (long number = changes.latest(); number < JdbcMailChanges.KEPT + 300; number++) {
            database.inTransaction(() -> changes.note(List.of(1L), false));
        }
        assertThatThrownBy(() -> changes.after(2, 10)).isInstanceOf(Forgotten.class);
        assertThat(changes.after(changes.latest() - 10, 100)).hasSize(10);
    }

    /** A reader that has seen a number has missed nothing below it. */
    @Test
    void numbersRiseInTheOrderOfCommits() throws Exception {
        insert(LongStream.rangeClosed(1, 40).toArray());
        long start = changes.latest();
        var seen = new ArrayList<Change>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var begin = new CountDownLatch(1);
            var writers = LongStream.range(0, 4)
                    .mapToObj(writer -> threads.submit((Callable<Boolean>) () -> {
                        begin.await();
                        for (long id = writer * 10 + 1; id <= writer * 10 + 10; id++) {
                            repository.updateStates(
                                    List.of(seen(repository.find(id).orElseThrow())));
                        }
                        return true;
                    }))
                    .toList();
            begin.countDown();
            long follows = start;
            while (seen.size() < 40) {
                var next = changes.after(follows, 7);
                seen.addAll(next);
                follows = next.isEmpty() ? follows : next.getLast().number();
            }
            for (var writer : writers) {
                assertThat(writer.get()).isTrue();
            }
        }
        assertThat(seen).extracting(Change::messageId).doesNotHaveDuplicates().hasSize(40);
    }

    private static Message seen(Message mail) {
        return mail.withState(mail.state().withUnread(!mail.state().unread()));
    }

    private void insert(long... ids) {
        store.insert(LongStream.of(ids)
                .mapToObj(id -> TestMail.stored(TestMail.message(id)))
                .toList());
    }
}
