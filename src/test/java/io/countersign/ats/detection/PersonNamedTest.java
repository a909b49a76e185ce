package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.detection.NameWords.Place;
import io.countersign.classify.DataFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PersonNamedTest {
    private final NameWords words = new NameWords(DataFile.resource("ats", "names.txt"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Conversation with | Priya Nandakumar | (CTO) | true",
                "a conversation with | Helen Strand | , our VP Engineering, on Monday | true",
                "Gespräch mit | Petra Lang | (Leiterin Entwicklung) | true",
                "an interview with | Acme Robotics | (Backend Engineer) | false",
                "an interview with | Acme Robotics | on Monday | false",
                "your application to | Acme Robotics | , Director of Sales | false",
                "interview with | Director Labs | for a role | false"
            })
    void aTitleBehindANameMakesItAPersonsWherePeopleMayBeNamed(
            String hint, String name, String behind, boolean person) {
        var text = hint + " " + name + (behind.startsWith(",") ? "" : " ") + behind;
        assertThat(PersonNamed.at(text, new Place(0, hint.length()), name, words))
                .isEqualTo(person);
    }
}
