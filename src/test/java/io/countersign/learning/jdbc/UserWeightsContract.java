package io.countersign.learning.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.learning.TaughtWeight;
import io.countersign.learning.UserWeight;
import io.countersign.shared.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stored weights give back, on both databases. */
abstract class UserWeightsContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Database database = open();
    private final JdbcUserWeights weights = new JdbcUserWeights(database, Clock.fixed(NOW, ZoneOffset.UTC));

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private static TaughtWeight taught(double weight) {
        return new TaughtWeight(weight, NOW, 7);
    }

    @Test
    void weightsComeBackLargestFirstAndOnlyThoseOfThePerson() {
        weights.put("me", Map.of("category:a", taught(0.2), "category:b", taught(-1)));
        weights.put("you", Map.of("category:a", taught(2)));
        weights.put("me", Map.of("category:a", taught(0.4)));

        assertThat(weights.all("me"))
                .containsExactly(new UserWeight("category:b", -1, NOW, 7), new UserWeight("category:a", 0.4, NOW, 7));
        assertThat(weights.of("me", List.of("category:a", "category:x"))).isEqualTo(Map.of("category:a", taught(0.4)));
        assertThat(weights.of("me", List.of())).isEmpty();
    }

    @Test
    void aWeightIsShownAsFadedAsItIsButKeptAsItWasTaught() {
        weights.put("me", Map.of("category:a", new TaughtWeight(2, NOW.minus(Duration.ofDays(90)), 7)));

        assertThat(weights.all("me")).extracting(UserWeight::weight).containsExactly(1.0);
        assertThat(weights.of("me", List.of("category:a")).values())
                .extracting(TaughtWeight::weight)
                .containsExactly(2.0);
    }

    @Test
    void aWeightThatNoDecisionTaughtIsForgottenButOneOfZeroKeepsItsEvidence() {
        weights.put("me", Map.of("category:a", taught(0.2), "category:b", taught(0.2)));
        weights.put("me", Map.of("category:a", TaughtWeight.NONE, "category:b", taught(0)));

        assertThat(weights.all("me")).isEmpty();
        assertThat(weights.of("me", List.of("category:a", "category:b"))).containsOnlyKeys("category:b");
    }

    @Test
    void resetForgetsOneOrAll() {
        weights.put("me", Map.of("category:a", taught(0.2), "category:b", taught(-1), "category:c", taught(1)));

        assertThat(weights.reset("me", "category:a")).isTrue();
        assertThat(weights.reset("me", "category:a")).isFalse();
        assertThat(weights.reset("me")).isEqualTo(2);
        assertThat(weights.all("me")).isEmpty();
    }
}
