package io.countersign.learning.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.learning.UserWeight;
import io.countersign.shared.db.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stored weights give back, on both databases. */
abstract class UserWeightsContract {
    private final Database database = open();
    private final JdbcUserWeights weights = new JdbcUserWeights(database, Clock.systemUTC());

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void weightsComeBackLargestFirstAndOnlyThoseOfThePerson() {
        weights.put("me", Map.of("category:a", 0.2, "category:b", -1.0));
        weights.put("you", Map.of("category:a", 2.0));
        weights.put("me", Map.of("category:a", 0.4));

        assertThat(weights.all("me")).extracting(UserWeight::feature).containsExactly("category:b", "category:a");
        assertThat(weights.of("me", List.of("category:a", "category:x"))).isEqualTo(Map.of("category:a", 0.4));
        assertThat(weights.of("me", List.of())).isEmpty();
    }

    @Test
    void aWeightOfZeroIsForgotten() {
        weights.put("me", Map.of("category:a", 0.2));
        weights.put("me", Map.of("category:a", 0.0));

        assertThat(weights.all("me")).isEmpty();
    }

    @Test
    void resetForgetsOneOrAll() {
        weights.put("me", Map.of("category:a", 0.2, "category:b", -1.0, "category:c", 1.0));

        assertThat(weights.reset("me", "category:a")).isTrue();
        assertThat(weights.reset("me", "category:a")).isFalse();
        assertThat(weights.reset("me")).isEqualTo(2);
        assertThat(weights.all("me")).isEmpty();
    }
}
