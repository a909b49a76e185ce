package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SemanticTest {
    private static final long GIGABYTE = 1_000_000_000L;

    @Test
    void automaticMeansOnWhereMemoryAndProcessorsAreToSpare() {
        assertThat(Semantic.AUTO.isEverOn(16 * GIGABYTE, 8)).isTrue();
        assertThat(Semantic.AUTO.isEverOn(8 * GIGABYTE, 4)).isTrue();
        assertThat(Semantic.AUTO.isEverOn(8 * GIGABYTE - 1, 16)).isFalse();
        assertThat(Semantic.AUTO.isEverOn(64 * GIGABYTE, 2)).isFalse();
        assertThat(Semantic.AUTO.isEverOn(0, 4)).isFalse();
        assertThat(Semantic.ON.isEverOn(GIGABYTE, 1)).isTrue();
        assertThat(Semantic.OFF.isEverOn(64 * GIGABYTE, 64)).isFalse();
    }

    @Test
    void onlyWhoAsksForItHasItInCommands() {
        assertThat(Semantic.ON.inCommands()).isTrue();
        assertThat(Semantic.AUTO.inCommands()).isFalse();
        assertThat(Semantic.OFF.inCommands()).isFalse();
    }

    @Test
    void theEnvironmentSaysItWhereNoArgumentDoes() {
        assertThat(new SearchOptions(Map.of()).semantic()).isEqualTo(Semantic.AUTO);
        assertThat(new SearchOptions(Map.of("COUNTERSIGN_SEMANTIC", "Off")).semantic())
                .isEqualTo(Semantic.OFF);
        assertThatThrownBy(() -> new SearchOptions(Map.of("COUNTERSIGN_SEMANTIC", "yes")).semantic())
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("on, off or auto");
    }
}
