package io.countersign.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Message;
import io.countersign.mail.TestMail;
import io.countersign.shared.db.TestDatabases;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class IndexCheckTest {
    private final SearchHome home = new SearchHome(TestDatabases.h2());
    private final IndexCheck check =
            new IndexCheck(home.index, home.log, home.messages, Clock.fixed(TestMail.NOON, ZoneOffset.UTC));

    /** Two mails a second, more than one piece of time. */
    @BeforeEach
    void fill() {
        home.insert(LongStream.rangeClosed(1, 1000)
                .mapToObj(id -> TestMail.message(id, TestMail.NOON.plusMillis(500 * id)))
                .toArray(Message[]::new));
        home.catchUp.run(Progress.none());
    }

    @AfterEach
    void close() {
        home.close();
    }

    private IndexCheck.Report run() {
        return check.run(Progress.none());
    }

    @Test
    void anIndexThatFollowedIsSound() {
        assertThat(run()).isEqualTo(new IndexCheck.Report(1000, 1000, 0, List.of(), List.of()));
        assertThat(run().isSound()).isTrue();
    }

    @Test
    void whatIsMissingIsNamedWhereverItStands() {
        LongStream.of(1, 200, 201, 599, 600, 601, 1000).forEach(home.index::lose);
        assertThat(run().missing()).containsExactly(1000L, 601L, 600L, 599L, 201L, 200L, 1L);
        assertThat(run().isSound()).isFalse();
    }

    @Test
    void strangersAreNamedBeforeAmongAndAfterTheStoredMail() {
        for (long id : new long[] {5000, 5001, 5002}) {
            var when = TestMail.NOON.plusSeconds(id == 5000 ? -99 : id == 5001 ? 250 : 9999);
            home.index.smuggle(new IndexedMail(TestMail.message(id, when), "", List.of()));
        }
        assertThat(run().strays()).containsExactlyInAnyOrder(5000L, 5001L, 5002L);
    }

    @Test
    void changesThatWereNotTakenInAreCounted() {
        home.turn(3);
        home.turn(4);
        assertThat(run().behind()).isEqualTo(2);
    }

    @Test
    void manyMailsOfOneSecondAreCompared() {
        home.insert(LongStream.rangeClosed(2001, 3200)
                .mapToObj(id -> TestMail.message(id, TestMail.NOON.plusSeconds(100)))
                .toArray(Message[]::new));
        home.catchUp.run(Progress.none());
        assertThat(run().isSound()).isTrue();

        home.index.lose(2500);
        assertThat(run().isSound()).isFalse();
    }
}
