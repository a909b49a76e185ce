package io.countersign.shared.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both databases promise about transactions. */
abstract class DatabaseContract {
    private Database database = open();

    abstract Database open();

    @BeforeEach
    void createTable() {
        database.with(handle -> handle.execute("create table probe (id bigint primary key)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTransactionThatThrowsLeavesNothingBehind() {
        assertThatThrownBy(() -> database.inTransaction((Runnable) () -> {
                    insert(1);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(count()).isZero();
    }

    @Test
    void aNestedTransactionJoinsTheOuterOne() {
        assertThatThrownBy(() -> database.inTransaction((Runnable) () -> {
                    database.inTransaction((Runnable) () -> insert(1));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(count()).isZero();
    }

    @Test
    void aTransactionThatReturnsIsSeenByOthers() {
        database.inTransaction((Runnable) () -> insert(1));

        assertThat(count()).isEqualTo(1);
    }

    private void insert(long id) {
        database.with(handle -> handle.execute("insert into probe values (?)", id));
    }

    private long count() {
        return database.with(handle -> handle.createQuery("select count(*) from probe")
                .mapTo(Long.class)
                .one());
    }
}
