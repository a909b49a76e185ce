package io.countersign.ask.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClausesTest {
    private final QuestionReader reader = new QuestionReader(
            Lexicon.load(), Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC), Locale.UK);

    private List<String> clauses(String question) {
        return reader.clauses(reader.read(question));
    }

    @Test
    void twoQuestionsArePartedAndTheSecondNamesWhomTheFirstDoes() {
        assertThat(clauses("How many days of holiday would I get at Tessel and when could I start?"))
                .containsExactly("How many days of holiday would I get at Tessel", "when could I start at Tessel");
        assertThat(clauses("What do I have to bring on Wednesday, and do I need to present something?"))
                .containsExactly("What do I have to bring on Wednesday", "do I need to present something");
        assertThat(clauses("Wann ist das Gespräch bei Solvane und wo findet es statt?"))
                .containsExactly("Wann ist das Gespräch bei Solvane", "wo findet es statt bei Solvane");
    }

    @Test
    void whoIsNamedInTheSecondStaysTheOnlyOneThere() {
        assertThat(clauses("When did I apply to Tessel and when did I hear from Corvane?"))
                .containsExactly("When did I apply to Tessel", "when did I hear from Corvane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where and when is the meetup?",
                "What did I spend on books and music?",
                "Which mails are from Ann and Ben?",
                "What's the most expensive thing I bought, and where?",
                "interviews next week, please",
                "and",
                ", and and",
                ""
            })
    void oneQuestionStaysOne(String question) {
        assertThat(clauses(question)).hasSize(1);
    }
}
