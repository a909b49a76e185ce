package io.countersign.ats.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ats.FollowUpDraft;
import io.countersign.classify.DataFile;
import io.countersign.shared.CountersignException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How templates are filled in, and what is refused. */
class TemplateTextTest {
    private static final Map<Placeholder, String> ALL = Map.of(
            Placeholder.COMPANY, "Acme",
            Placeholder.ROLE, "Engineer",
            Placeholder.PERSON, "Jane",
            Placeholder.DAY, "March 1",
            Placeholder.ME, "Alex Morgan");

    private static String fill(String text, Map<Placeholder, String> values) {
        return TemplateText.parse("text", text)
                .fill(values, placeholder -> placeholder == Placeholder.ROLE ? "this position" : "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hi {person},                  | Hi Jane,                | Hi,
            Hi[ {person}],                | Hi Jane,                | Hi,
            Dear {person}                 | Dear Jane               | Dear
            about {role}[ at {company}].  | about Engineer at Acme. | about this position.
            x [{role}, {company}] y       | x Engineer, Acme y      | x  y
            see [1] and {} and { a }      | see [1] and {} and { a }| see [1] and {} and { a }
            open [ {me}                   | open [ Alex Morgan      | open [
            {me} ] { [x]                  | Alex Morgan ] { [x]     | ] { [x]
            """)
    void valuesAreFilledInAndWhatIsNotKnownLeavesNoGap(String text, String full, String bare) {
        assertThat(fill(text, ALL)).isEqualTo(full);
        assertThat(fill(text, Map.of())).isEqualTo(bare);
    }

    @Test
    void whatValuesHoldIsNeverFilledIn() {
        assertThat(fill("{company} {role}", Map.of(Placeholder.COMPANY, "{role} [{me}]", Placeholder.ROLE, "x")))
                .isEqualTo("{role} [{me}] x");
    }

    @ParameterizedTest
    @CsvSource({"Hi {name}, name", "[ at {firm}], firm", "{COMPANY}, COMPANY"})
    void anUnknownPlaceholderIsNamed(String text, String name) {
        assertThatThrownBy(() -> TemplateText.parse("text", text))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("There is no placeholder {" + name + "}; there are {company} {role}");
    }

    @Test
    void anyTextIsATemplateOrRefused() {
        var random = new Random(2);
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(20); k > 0; k--) {
                text.append(new String[] {"{", "}", "[", "]", "{me}", "a", " ", "\n"}[random.nextInt(8)]);
            }
            try {
                fill(text.toString(), ALL);
            } catch (CountersignException.Invalid e) {
                assertThat(e).hasMessageContaining("There is no placeholder {a");
            }
        }
    }

    /** Whatever is known, a shipped text reads as if the rest had never been asked for. */
    @Test
    void theShippedTextsReadWellWithAnyValuesMissing() {
        DraftTexts.load().forEach((language, texts) -> {
            for (var kind : FollowUpDraft.Kind.values()) {
                for (int known = 0; known < 32; known++) {
                    var values = new EnumMap<Placeholder, String>(Placeholder.class);
                    int bits = known;
                    for (var placeholder : Placeholder.values()) {
                        boolean isKnown = bits % 2 == 1;
                        bits /= 2;
                        if (isKnown) {
                            values.put(placeholder, ALL.getOrDefault(placeholder, ""));
                        }
                    }
                    var template = texts.template(kind);
                    for (var text : new String[] {template.subject(), template.body()}) {
                        var filled = TemplateText.parse("text", text).fill(values, texts::otherwise);
                        assertThat(filled)
                                .as(language + " " + kind + " " + values)
                                .isNotBlank()
                                .doesNotContain("{", "}", "[", "]", "  ", " ,", " .", "„“", ",,", "\n\n\n")
                                .doesNotStartWith(",");
                        values.forEach((placeholder, value) -> {
                            if (text.contains("{" + placeholder.id() + "}")
                                    && !(placeholder == Placeholder.ROLE && text.contains("[ the"))) {
                                assertThat(filled).contains(value);
                            }
                        });
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [poem]~text x                          | There is no kind of draft 'poem'
            [first]~text x                         | [first] lacks a subject
            [first]~subject x                      | [first] lacks a text
            [first]~subject x~text {y}             | There is no placeholder {y}
            [first]~subject x~text y               | There is no template second
            """)
    void aBrokenFileIsRefusedWithItsReason(String content, String reason) {
        var file = DataFile.parse("broken.txt", content.replace('~', '\n'));
        assertThatThrownBy(() -> new DraftTexts(file, java.util.Locale.ENGLISH))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining(reason);
    }
}
