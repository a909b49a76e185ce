package io.countersign.shared.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextTableTest {
    @Test
    void wordsGoLeftAndNumbersRight() {
        var table = new TextTable("name", "count").row("a", 5).row("longer", 1234);

        assertThat(table.lines()).containsExactly("name    count", "a           5", "longer   1234");
    }

    @Test
    void terminalEscapesInMailAreShownAsSpaces() {
        assertThat(new TextTable("subject").row("hi\u001b[2Jthere\n").lines().getLast())
                .isEqualTo("hi [2Jthere");
    }

    @Test
    void aLongCellIsCut() {
        assertThat(new TextTable("subject").row("x".repeat(500)).lines().getLast())
                .hasSizeLessThanOrEqualTo(60)
                .endsWith("…");
    }
}
