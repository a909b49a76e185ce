package io.countersign.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorFileTest {
    private static final DomainLists DOMAINS =
            new DomainLists(DataFile.parse("d", "[mine]\na.example"), DataFile.parse("b", ""));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            weights personal=1                | line 1: A line before the first section
            [a]~weights nothing=1             | line 2: There is no category 'nothing'
            [a]~weights personal              | line 2: 'personal' is not category=number
            [a]~weights personal=much         | line 2: 'much' is not a number
            [a]~shout hello                   | line 2: 'shout' is not a keyword
            [a]~body                          | line 2: 'body' lacks an argument
            [a]~body ,                        | line 2: ',' has no words
            [a]~fact flying                   | line 2: There is no fact 'flying'
            [a]~sender @yours                 | line 2: There is no domain list '@yours'
            [a]~body x~needs b                | line 3: 'b' is not a detector further above
            [a]~body x~needs a                | line 3: 'a' is not a detector further above
            [a]~body x~risk 200               | line 3: A risk lies between 1 and 99
            [a]~body x~risk 20                | line 1: A risk needs a reason
            [a]~weights personal=1            | line 1: a can never fire
            [a]~body x~[a]~body y             | line 3: A second a
            [a~body x                         | line 1: A section begins
            [model]~colour red                | line 2: 'colour' is neither
            """)
    void aBrokenFileIsRefusedWithLineAndReason(String content, String message) {
        var file = DataFile.parse("broken.txt", "");
        assertThat(file.sections()).isEmpty();
        assertThatThrownBy(() -> new DetectorCompiler(DOMAINS)
                        .add(DataFile.parse("broken.txt", content.replace('~', '\n')))
                        .compile())
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining(
                        "broken.txt, " + message.replace(": ", ", ").substring(0, 6))
                .hasMessageContaining(message.substring(message.indexOf(": ") + 2));
    }

    @Test
    void aPhraseThatBeginsWithAGapIsRefused() {
        assertThatThrownBy(() -> compile("[a]\nbody * x")).hasMessageContaining("begins or ends with *");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> DataFile.resource("nowhere.txt")).hasMessageContaining("nowhere.txt");
    }

    @Test
    void phrasesIgnoreCaseApostrophesAndPunctuation() {
        assertThat(found("[a]\nbody we've received", "WE’VE -- received!")).containsExactly("a");
        assertThat(found("[a]\nbody save # %", "Save 20%")).containsExactly("a");
        assertThat(found("[a]\nbody $ # off", "now $5 off")).containsExactly("a");
        assertThat(found("[a]\nbody unsubscribe", "un\u00adsub\u200bscribe")).containsExactly("a");
        assertThat(found("[a]\nbody received", "receiver")).isEmpty();
    }

    @Test
    void aGapStandsForUpToFourWords() {
        assertThat(found("[a]\nbody received your * application", "received your application"))
                .containsExactly("a");
        assertThat(found("[a]\nbody received your * application", "received your x x x x application"))
                .containsExactly("a");
        assertThat(found("[a]\nbody received your * application", "received your x x x x x application"))
                .isEmpty();
    }

    @Test
    void anExceptionSilencesWhatLiesInsideIt() {
        var file = "[a]\nbody not selected\nexcept if * not selected";
        assertThat(found(file, "if you are not selected")).isEmpty();
        assertThat(found(file, "if you are not selected ... you were not selected"))
                .containsExactly("a");
    }

    @Test
    void conditionsCombineDetectors() {
        var file =
                "[a]\nbody x\n[b]\nbody y\n[both]\nneeds a b\n[either]\nneeds-any a b\n[only]\nneeds a\nunless b\n[two]\ncount 2\nbody x | z";
        assertThat(found(file, "x y")).containsExactly("a", "b", "both", "either");
        assertThat(found(file, "x")).containsExactly("a", "either", "only");
        assertThat(found(file, "x z")).containsExactly("a", "either", "only", "two");
    }

    @Test
    void noPhraseReachesFromTheSubjectIntoTheBody() {
        var set = compile("[a]\ntext one two");
        var reading = new Reading(set);
        new TextScan(set)
                .scan(Mails.from("", "a@b.example").subject("one").text("two").parsed(), reading);
        reading.conclude();
        assertThat(reading.fired("a")).isFalse();
    }

    private static DetectorSet compile(String content) {
        return new DetectorCompiler(DOMAINS).add(DataFile.parse("t", content)).compile();
    }

    private static List<String> found(String file, String text) {
        var set = compile(file);
        var reading = new Reading(set);
        new TextScan(set).scan(Mails.from("", "a@b.example").text(text).parsed(), reading);
        reading.conclude();
        var names = new ArrayList<String>();
        for (var detector : set.detectors()) {
            if (reading.fired(detector.name)) {
                names.add(detector.name);
            }
        }
        return names;
    }
}
