package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class FirstImportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void mailThatCameIntoAnEmptyMailboxIsNotLookedAtAgainByTheSameDetectors() {
        try (var home = ThrowawayHome.create(CLOCK)) {
            home.fill(Progress.none());

            assertThat(home.root().upgrade().runIfDue(Progress.none())).isZero();
        }
    }
}
