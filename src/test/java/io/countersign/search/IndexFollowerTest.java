package io.countersign.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.countersign.shared.db.TestDatabases;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IndexFollowerTest {
    private final SearchHome home = new SearchHome(TestDatabases.h2());
    private int prepared;
    private final IndexFollower follower = new IndexFollower(home.log, home.catchUp, _ -> prepared++);

    @AfterEach
    void close() {
        follower.close();
        home.close();
    }

    @Test
    void changesAreTakenInAndWhereThereAreNoneTheIndexIsLeftAlone() {
        home.insert(1);
        assertThat(follower.step()).isEqualTo(IndexFollower.POLL);
        assertThat(home.indexed("text1")).containsExactly(1L);

        home.index.fail(SearchFailure.Kind.UNREACHABLE, 0); // whoever asks it now would notice
        assertThat(follower.step()).isEqualTo(IndexFollower.POLL);
        assertThat(prepared).isEqualTo(1);
    }

    @Test
    void anEngineThatFailsIsAskedAgainAfterGrowingPausesAndHasLostNothing() {
        home.insert(1);
        follower.step();
        home.insert(2);
        home.index.fail(SearchFailure.Kind.READ_ONLY, 0);

        assertThat(follower.step()).isEqualTo(Duration.ofSeconds(1));
        assertThat(follower.step()).isEqualTo(Duration.ofSeconds(2));
        assertThat(follower.step()).isEqualTo(Duration.ofSeconds(4));
        for (int i = 0; i < 10; i++) {
            follower.step();
        }
        assertThat(follower.step()).isEqualTo(IndexFollower.LONGEST_PAUSE);
        assertThat(home.catchUp.failure()).contains(SearchFailure.Kind.READ_ONLY);

        home.index.recover();
        assertThat(follower.step()).isEqualTo(IndexFollower.POLL);
        assertThat(home.indexed("")).containsExactly(1L, 2L);
    }

    @Test
    void onceStartedItFollowsByItselfUntilItIsClosed() throws Exception {
        var taken = new CountDownLatch(1);
        try (var running = new IndexFollower(home.log, home.catchUp, _ -> taken.countDown())) {
            home.insert(1);
            running.start();
            assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(home.indexed("text1")).containsExactly(1L);
    }

    @Test
    void closingOneThatNeverStartedIsNothing() {
        assertThatCode(follower::close).doesNotThrowAnyException();
        follower.start();
        assertThat(home.index.rebuilds).isZero();
    }
}
