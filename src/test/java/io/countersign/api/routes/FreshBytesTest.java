package io.countersign.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshBytesTest {
    private final AtomicLong truth = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();

    private byte[] make() {
        made.incrementAndGet();
        return ByteBuffer.allocate(8).putLong(truth.get()).array();
    }

    private static long number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }

    @Test
    void isMadeAgainOnlyWhenTheVersionChanged() {
        var bytes = new FreshBytes(() -> OptionalLong.of(truth.get()), this::make);
        for (int i = 0; i < 100; i++) {
            assertThat(number(bytes.get())).isZero();
        }
        assertThat(made).hasValue(1);
        truth.incrementAndGet();
        assertThat(number(bytes.get())).isOne();
        assertThat(made).hasValue(2);
    }

    @Test
    void withoutAVersionItIsMadeForEverybodyWhoAsksAlone() {
        var bytes = new FreshBytes(OptionalLong::empty, this::make);
        bytes.get();
        bytes.get();
        assertThat(made).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyEverHearsLessThanWasTrueWhenTheyAsked(boolean versioned) throws Exception {
        var bytes = new FreshBytes(() -> versioned ? OptionalLong.of(truth.get()) : OptionalLong.empty(), this::make);
        try (var threads = Executors.newFixedThreadPool(5)) {
            var asking = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 4; i++) {
                asking.add(() -> {
                    for (int n = 0; n < 5000; n++) {
                        long before = truth.get();
                        if (number(bytes.get()) < before) {
                            return false;
                        }
                    }
                    return true;
                });
            }
            asking.add(() -> {
                for (int n = 0; n < 5000; n++) {
                    truth.incrementAndGet();
                    Thread.onSpinWait();
                }
                return true;
            });
            for (var result : threads.invokeAll(asking)) {
                assertThat(result.get()).isTrue();
            }
        }
    }
}
