package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "Nordmann Outdoor, NO",
        "Kaffeewerk, KA",
        "Hanna Berg · Lumen Grid, HB",
        "news@example.com, NE",
        "'', ''",
        "'–', ''",
        "Ω, Ω",
        "\uD835\uDD38\uD835\uDD39 x, \uD835\uDD38X"
    })
    void initialsAreThoseOfTheFirstWordsOrTheFirstLetters(String name, String expected) {
        assertThat(Initials.of(name)).isEqualTo(expected);
    }

    @Test
    void theColourIsStableAndIgnoresCase() {
        assertThat(Initials.colour("News@Example.com")).isEqualTo(Initials.colour("news@example.com"));
        var used = IntStream.range(0, 500)
                .map(i -> Initials.colour("a" + i + "@example.com"))
                .distinct();
        assertThat(used.count()).isEqualTo(Initials.COLOURS);
    }
}
