package io.countersign.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordFamilyTest {
    @ParameterizedTest
    @CsvSource({
        "interview, interviews",
        "interviews, interview",
        "schedule, scheduled",
        "scheduling, schedule",
        "company, companies",
        "companies, company",
        "payments, payment",
        "bewerbung, bewerbungen",
        "angebote, angebot"
    })
    void knowsAndGuessesOtherForms(String word, String other) {
        assertThat(new WordFamily(word).has(other)).isTrue();
        assertThat(new WordFamily(word).others()).contains(other).doesNotContain(word);
    }

    @Test
    void otherWordsAreNoForms() {
        assertThat(new WordFamily("interview").has("internal")).isFalse();
        assertThat(new WordFamily("offer").has("official")).isFalse();
    }

    @Test
    void theGuessesAreFewAndFormsAllOfThem() {
        for (var word : new String[] {"a", "abc", "transmission", "internationalisation", "donaudampfschifffahrt"}) {
            var family = new WordFamily(word);
            assertThat(family.others()).hasSizeLessThanOrEqualTo(24).allMatch(family::has);
        }
    }
}
