package io.countersign.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PieceTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Hello  World    | hello world
            STRASSE straße  | strasse strasse
            e-mail us.      | e <> - <> mail us <> .
            a@b.example     | a <> @ <> b <> . <> example
            <> b            | < <> > b
            日本語 テスト     | 日本語 テスト
            ~~              | ~~
            """)
    void marksWhatTouches(String text, String encoded) {
        assertThat(PieceText.of(text, 1000)).isEqualTo(encoded);
    }
}
