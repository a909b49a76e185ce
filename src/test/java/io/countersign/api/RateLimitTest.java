package io.countersign.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // it wraps in the middle

    @Test
    void aBurstIsAllowedAndThenAsManyAsTimeGives() {
        var limit = new RateLimit(10, 3, now::get);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take()).isTrue();
        }
        assertThat(limit.take()).isFalse();
        now.addAndGet(100_000_000);
        assertThat(limit.take()).isTrue();
        assertThat(limit.take()).isFalse();
        now.addAndGet(3_600_000_000_000L);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take()).isTrue();
        }
        assertThat(limit.take()).isFalse();
    }

    @Test
    void noPatternOfAskingGetsMoreThanBurstAndRate() {
        var random = new Random(7);
        var limit = new RateLimit(50, 20, now::get);
        long start = now.get();
        int taken = 0;
        for (int i = 0; i < 10_000; i++) {
            now.addAndGet(random.nextInt(20_000_000));
            taken += limit.take() ? 1 : 0;
            assertThat((double) taken).isLessThanOrEqualTo(20 + (now.get() - start) / 1e9 * 50 + 1e-6);
        }
    }
}
