package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.classify.DataFile;
import io.countersign.shared.CountersignException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data files of this feature: what is refused, and that all that ship are sound. */
class StageFilesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [a]~stage nothing       | There is no stage 'nothing'
            [a]~weight much         | 'much' is not a number
            [a]~shout hello         | 'shout' is not a keyword
            [a]~in attic            | 'attic' is not one of
            [a]~say *, x            | begins or ends with *
            [a]~guarded by-dogs     | 'by-dogs' is not one of
            [a]~say x~needs b       | There is no rule 'b'
            [a]~of nobody           | There is no stage 'nobody'
            [a]~say not <chosen>    | There are no words 'chosen'
            """)
    void aBrokenStageFileIsRefusedWithItsReason(String content, String reason) {
        var file = DataFile.parse("broken.txt", content.replace('~', '\n'));
        assertThatThrownBy(() -> new StageRules(List.of(file)))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [x]~domains a.b         | lacks a kind
            [x]~kind zoo            | 'zoo' is not a kind
            [x]~kind ats~domains ab | 'ab' is no domain
            [x]~kind ats~colour red | 'colour' is not a keyword
            """)
    void aBrokenSystemFileIsRefusedWithItsReason(String content, String reason) {
        var file = DataFile.parse("broken.txt", content.replace('~', '\n'));
        assertThatThrownBy(() -> new RelaySystems(file)).hasMessageContaining(reason);
    }

    @Test
    void everySystemIsFoundByItsDomains() {
        var systems = new RelaySystems(DataFile.resource("ats", "systems.txt"));
        for (var section : DataFile.resource("ats", "systems.txt").sections()) {
            for (var line : section.lines()) {
                if (line.keyword().equals("domains")) {
                    for (var domain : line.argument().split(" ", -1)) {
                        assertThat(systems.at("mail.eu." + domain).map(RelaySystem::id))
                                .contains(section.name());
                        assertThat(systems.at("not" + domain)).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void shortFormsAreWrittenInFull() {
        assertThat(Contractions.expanded("We've decided we won't; you can't, they didn’t. Cannot? I'm sure we'll."))
                .isEqualTo("We have decided we will not; you can not, they did not. Can not? I am sure we will.");
        assertThat(Contractions.expanded("It's Alex's well-known cant")).isEqualTo("It's Alex's well-known can not");
    }
}
