package io.countersign.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.ui.AnswerText.Part;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    @Test
    void marksThatNameACitationArePartsAndOthersStayText() {
        var text = AnswerText.of("Two talks [1][2], and [3] [x] [0] [12345]", 2, List.of());
        assertThat(text.lines()).hasSize(1);
        assertThat(text.lines().getFirst().parts())
                .containsExactly(
                        new Part.Words("Two talks ", false),
                        new Part.Cite(1),
                        new Part.Cite(2),
                        new Part.Words(", and [3] [x] [0] [12345]", false));
    }

    @Test
    void linesOfAListAreTold() {
        var text = AnswerText.of("Ahead:\n- one [1]\n\n  * two\nend", 1, List.of());
        assertThat(text.lines()).extracting(AnswerText.Line::bullet).containsExactly(false, true, true, false);
    }

    @Test
    void sentencesWithoutSupportAreMarkedAcrossCitations() {
        var text = AnswerText.of("It is so [1]. It pays [1] well. Yes.", 1, List.of("It pays [1] well."));
        assertThat(text.lines().getFirst().parts())
                .containsExactly(
                        new Part.Words("It is so ", false),
                        new Part.Cite(1),
                        new Part.Words(". ", false),
                        new Part.Words("It pays ", true),
                        new Part.Cite(1),
                        new Part.Words(" well.", true),
                        new Part.Words(" Yes.", false));
    }

    @Test
    void aSentenceThatDoesNotStandInTheTextIsNamedInsteadOfPassedOver() {
        assertThat(AnswerText.unplaced("It pays WELL.", List.of("it pays well.", "It is far.")))
                .containsExactly("It is far.");
    }

    @Test
    void noTextIsLostWhateverItIs() {
        var random = new Random(3);
        var letters = "ab [1]2\n-* ";
        for (int i = 0; i < 3000; i++) {
            var source = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                source.append(letters.charAt(random.nextInt(letters.length())));
            }
            var whole = source.toString();
            int from = random.nextInt(whole.length() + 1);
            var doubtful = whole.substring(from, from + random.nextInt(whole.length() - from + 1));
            var shown = AnswerText.of(whole, 1, List.of(doubtful)).lines().stream()
                    .flatMap(line -> line.parts().stream())
                    .map(part -> part instanceof Part.Words words ? words.text() : "[1]")
                    .collect(Collectors.joining());
            // Only line ends, what indents a line and what begins an entry are left out.
            assertThat(letters(shown)).isEqualTo(letters(whole));
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s*-]", "");
    }
}
