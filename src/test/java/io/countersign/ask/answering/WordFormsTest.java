package io.countersign.ask.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordFormsTest {
    @ParameterizedTest
    @CsvSource({
        "delivered, delivery",
        "collected, collection",
        "present, presentation",
        "booked, booking",
        "books, book",
        "jobs, job",
        "lieferung, liefern",
        "2026, 2026"
    })
    void formsOfOneWordMeet(String asked, String written) {
        assertThat(new WordForms(List.of(asked)).metBy(written)).containsExactly(asked);
    }

    @ParameterizedTest
    @CsvSource({"train, travel", "interview, internal", "offer, off", "card, care", "2026, 2025"})
    void otherWordsDoNot(String asked, String written) {
        assertThat(new WordForms(List.of(asked)).metBy(written)).isEmpty();
    }

    @Test
    void aWordMeetsAllThatItIsAFormOf() {
        assertThat(new WordForms(List.of("deliver", "delivery", "train")).metBy("delivered"))
                .containsExactlyInAnyOrder("deliver", "delivery");
    }
}
