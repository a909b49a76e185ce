package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    private final Formats english = new Formats(Texts.of(Locale.US), Locale.US, CLOCK);
    private final Formats german = new Formats(Texts.of(Locale.GERMANY), Locale.GERMANY, CLOCK);

    @Test
    void numbersFollowTheLocale() {
        assertThat(english.number(12480)).isEqualTo("12,480");
        assertThat(german.number(12480)).isEqualTo("12.480");
        assertThat(english.percent(0.934, 1)).isEqualTo("93.4%");
        assertThat(german.percent(0.96)).isEqualTo("96\u00a0%");
        assertThat(english.signed(0.321)).isEqualTo("+0.32");
        assertThat(english.signed(-0.08)).isEqualTo("−0.08");
    }

    @ParameterizedTest
    @CsvSource({"PT-5M, now", "PT59S, now", "PT5M, 5 min", "PT2H59M, 2 h", "P12D, 12 d", "P400D, 400 d", "P1500D, 4 y"})
    void anAgeIsTheLargestUnitThatFits(Duration ago, String expected) {
        assertThat(english.age(NOW.minus(ago))).isEqualTo(expected);
    }

    @Test
    void todayShowsTheTimeAloneInTheZoneOfTheClock() {
        assertThat(german.moment(Instant.parse("2026-11-23T07:12:00Z"))).isEqualTo("08:12");
        assertThat(german.moment(Instant.parse("2026-11-22T22:30:00Z"))).isEqualTo("22.11.2026, 23:30");
        assertThat(german.moment(Instant.parse("2026-11-22T23:30:00Z"))).isEqualTo("00:30");
    }

    @ParameterizedTest
    @CsvSource({"PT0.2S, 1 s", "PT40S, 40 s", "PT3M10S, 3 min", "PT2H30M, 2 h"})
    void timeLeftIsRoundedToWhatMatters(Duration left, String expected) {
        assertThat(english.duration(left)).isEqualTo(expected);
    }
}
