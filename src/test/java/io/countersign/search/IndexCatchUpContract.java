package io.countersign.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An index follows the stored mail, on both databases. */
abstract class IndexCatchUpContract {
    private static final List<SearchFailure.Kind> FAILURES =
            List.of(SearchFailure.Kind.UNREACHABLE, SearchFailure.Kind.READ_ONLY, SearchFailure.Kind.REFUSED);

    private final SearchHome home = new SearchHome(open());

    abstract Database open();

    @AfterEach
    void close() {
        home.close();
    }

    private long catchUp() {
        return home.catchUp.run(Progress.none());
    }

    @Test
    void anEmptyIndexIsBuiltFromAllMail() {
        home.insert(1, 2);

        assertThat(catchUp()).isEqualTo(2);

        assertThat(home.index.rebuilds).isEqualTo(1);
        assertThat(home.indexed("text2")).containsExactly(2L);
        assertThat(home.index.follows()).isEqualTo(home.log.latest());
    }

    @Test
    void newMailIsPutWholeAndChangedMailIsOnlyUpdated() {
        home.insert(1);
        catchUp();
        home.insert(2);
        home.turn(1);
        home.insert(3);
        home.turn(3);

        assertThat(catchUp()).isEqualTo(3);

        assertThat(home.index.rebuilds).isEqualTo(1);
        assertThat(home.index.updated).containsExactly(1L);
        assertThat(home.indexed("text3 is:read")).containsExactly(3L);
        assertThat(home.indexed("is:read")).containsExactly(1L, 3L);
        assertThat(catchUp()).isZero();
    }

    @Test
    void manyMailsComeInBatchesAndTheIndexFollowsAfterEachWholeTransaction() {
        home.insert(1);
        catchUp();
        home.insert(LongStream.rangeClosed(2, 1301).toArray());
        home.insert(1302);
        home.index.puts.clear();

        catchUp();

        assertThat(home.index.puts).containsExactly(500, 500, 300, 1);
        assertThat(home.index.refreshed).containsExactly(home.log.latest() - 1, home.log.latest());
        assertThat(home.index.size()).isEqualTo(1302);
    }

    @Test
    void aMailWhoseRawBytesAreGoneIsFoundByItsFirstWords() {
        home.insert(1);
        home.text(1, "");
        catchUp();
        assertThat(home.indexed("\"the first words\"")).containsExactly(1L);
    }

    @Test
    void whoIsFurtherBehindThanTheLogReachesOrAheadOfItIsBuiltAnew() {
        home.insert(1, 2);
        catchUp();
        home.index.lose(1);
        home.index.follow(home.log.latest() + 7);
        catchUp();
        assertThat(home.indexed("")).containsExactly(1L, 2L);

        home.index.lose(1);
        home.index.follow(0);
        catchUp();
        assertThat(home.indexed("")).containsExactly(1L, 2L);
        assertThat(home.index.rebuilds).isEqualTo(3);
    }

    @Test
    void aBrokenIndexIsBuiltAnew() {
        home.insert(1);
        catchUp();
        home.insert(2);
        home.index.failOnce(SearchFailure.Kind.BROKEN);

        catchUp();

        assertThat(home.index.rebuilds).isEqualTo(2);
        assertThat(home.indexed("")).containsExactly(1L, 2L);
    }

    /** Whatever call the engine fails in, the next run makes up for it. */
    @Test
    void nothingIsLostWhereverTheEngineFails() {
        home.insert(1);
        catchUp();
        var random = new Random(5);
        long id = 1;
        for (int round = 0; round < 40; round++) {
            home.insert(++id);
            home.turn(1 + random.nextLong(id));
            home.index.fail(FAILURES.get(random.nextInt(FAILURES.size())), random.nextInt(6));
            try {
                catchUp();
            } catch (SearchFailure e) {
                assertThat(home.catchUp.failure()).contains(e.kind());
            }
            home.index.recover();
        }
        catchUp();

        assertThat(home.catchUp.failure()).isEmpty();
        assertThat(home.index.follows()).isEqualTo(home.log.latest());
        home.messages.forEachFrom(0, mail -> {
            assertThat(home.indexed("text" + mail.id() + (mail.state().unread() ? " is:unread" : " is:read")))
                    .containsExactly(mail.id());
            return true;
        });
    }

    @Test
    void aCancelledRebuildLeavesTheIndexAsItWas() {
        home.insert(LongStream.rangeClosed(1, 1200).toArray());
        catchUp();

        assertThatThrownBy(() -> home.catchUp.rebuild(cancelledAfter(1))).isInstanceOf(CancellationException.class);

        assertThat(home.index.size()).isEqualTo(1200);
        assertThat(home.index.follows()).isEqualTo(home.log.latest());
    }

    private static Progress cancelledAfter(int checks) {
        var left = new int[] {checks};
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                assertThat(done).isLessThanOrEqualTo(total);
            }

            @Override
            public void checkCancelled() {
                if (left[0]-- == 0) {
                    throw new CancellationException();
                }
            }
        };
    }

    @Test
    void severalThreadsMayCatchUpWhileMailChanges() throws Exception {
        home.insert(LongStream.rangeClosed(1, 20).toArray());
        try (var threads = Executors.newFixedThreadPool(4)) {
            var writer = threads.submit((Callable<Boolean>) () -> {
                for (long id = 1; id <= 20; id++) {
                    home.turn(id);
                    home.insert(100 + id);
                }
                return true;
            });
            var followers = IntStream.range(0, 3)
                    .mapToObj(_ -> threads.submit((Callable<Boolean>) () -> {
                        while (!writer.isDone()) {
                            catchUp();
                        }
                        return true;
                    }))
                    .toList();
            for (var follower : followers) {
                assertThat(follower.get()).isTrue();
            }
        }
        catchUp();
        assertThat(home.indexed("is:read"))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(home.index.size()).isEqualTo(40);
        assertThat(home.index.rebuilds).isEqualTo(1);
    }
}
