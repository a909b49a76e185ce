package io.countersign.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE); // it may overflow
    private final List<String> lines = new ArrayList<>();
    private final RefusalLog log = new RefusalLog(lines::add, nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        log.sumUp();
    }

    @Test
    void tenThousandRefusalsAreTwoLines() {
        for (int i = 0; i < 10_000; i++) {
            log.refused("a request: 401");
        }
        pass(Duration.ofSeconds(59));
        assertThat(lines).containsExactly("Refused a request: 401");

        pass(Duration.ofSeconds(1));
        assertThat(lines).containsExactly("Refused a request: 401", "Refused a request: 401: 9,999 times more");
    }

    @Test
    void aFloodThatGoesOnIsOneLineAMinuteAndANewOneIsToldAtOnce() {
        for (int second = 0; second < 180; second++) {
            log.refused("a connection");
            pass(Duration.ofSeconds(1));
        }
        assertThat(lines)
                .containsExactly(
                        "Refused a connection",
                        "Refused a connection: 59 times more",
                        "Refused a connection: 60 times more",
                        "Refused a connection: 60 times more");

        pass(Duration.ofMinutes(1));
        log.refused("a connection");
        assertThat(lines).hasSize(5).last().isEqualTo("Refused a connection");
    }

    @Test
    void kindsAreToldApartAndNothingIsLostAtTheEnd() {
        log.refused("one");
        log.refused("other");
        log.refused("one");
        log.end();
        log.end();

        assertThat(lines).containsExactly("Refused one", "Refused other", "Refused one: 1 times more");
    }
}
