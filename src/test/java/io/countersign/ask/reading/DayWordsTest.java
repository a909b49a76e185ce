package io.countersign.ask.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DayWordsTest {
    private final DayWords days = new DayWords(Lexicon.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expected delivery: Thursday, 5 November.",
                "We hope for 7 January 2027",
                "See you at 14:30",
                "at 2 pm",
                "um 14 Uhr",
                "bis zum 5.11.2026",
                "2026-11-05",
                "see you next week",
                "wir sehen uns übermorgen",
                "since 2019"
            })
    void aDayOrATimeIsSeen(String text) {
        assertThat(days.areIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I am delighted.", "It costs 48.17 GBP", "27 of them", "Room 4.12", "", "?", "PM of the company"
            })
    void nothingElseIsOne(String text) {
        assertThat(days.areIn(text)).isFalse();
    }
}
