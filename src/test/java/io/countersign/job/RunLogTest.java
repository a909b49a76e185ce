package io.countersign.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.CountersignException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunLogTest {
    private final RunLog log = new RunLog();

    @Test
    void progressOfOneKindIsOneLine() {
        log.progress(1, 10, "");
        log.progress(7, 10, "");
        log.progress(3, 0, "proposals");
        log.progress(1, 4, "");

        assertThat(log.text()).isEqualTo("7 of 10\n3 proposals\n1 of 4");
    }

    @Test
    void aNoteIsALineOfItsOwn() {
        log.progress(1, 10, "");
        log.note("Not there: /media/disk");
        log.progress(7, 10, "");
        log.note("two\nlines");

        assertThat(log.text()).isEqualTo("1 of 10\nNot there: /media/disk\n7 of 10\ntwo lines");
    }

    @Test
    void onlyTheLastLinesAreKeptAndShort() {
        for (int i = 0; i < 100; i++) {
            log.progress(i, 100, "step " + i + " " + "x".repeat(500));
        }

        assertThat(log.text().lines())
                .hasSize(20)
                .allMatch(line -> line.length() <= 150)
                .last()
                .asString()
                .startsWith("99 of 100 step 99");
    }

    @Test
    void whatLibrariesQuoteInTheirFailuresIsNotKept() {
        var quoting = new IllegalStateException("unexpected 'Dear Ann, your salary'", new RuntimeException("Dear Ann"));
        log.failed(quoting);

        assertThat(log.text())
                .doesNotContain("Dear", "salary")
                .startsWith("IllegalStateException at RunLogTest.java:")
                .contains("caused by RuntimeException");
    }

    @Test
    void ourOwnFailuresSayWhatIsWrong() {
        log.failed(new CountersignException.Invalid("warehouse", "There is no such file."));

        assertThat(log.text()).isEqualTo("error.invalid [\"warehouse\",\"There is no such file.\"]");
        assertThat(KeptFailure.parse(log.text()))
                .contains(new KeptFailure("error.invalid", List.of("warehouse", "There is no such file.")));
    }

    @Test
    void ourOwnFailuresStayOneLineThatCanBeReadHoweverLongTheyAre() {
        log.failed(new CountersignException.Invalid("x".repeat(1000), "a\nb \"c\", [d]"));

        var kept = KeptFailure.parse(log.text()).orElseThrow();
        assertThat(log.text()).hasSizeLessThan(300).hasLineCount(1);
        assertThat(kept.arguments().getFirst()).hasSize(120).endsWith("…");
        assertThat(kept.arguments().getLast()).isEqualTo("a\nb \"c\", [d]");
    }

    @Test
    void otherLinesAreNoFailuresOfOurs() {
        for (var line :
                List.of("", "7 of 10", "error.invalid", "error.invalid [", "error.invalid [null]", "error.x {}")) {
            assertThat(KeptFailure.parse(line)).as(line).isEmpty();
        }
    }

    @Test
    void aNumberOfNothingInParticularIsNotWrittenDown() {
        log.progress(0, 0, "");
        log.progress(1, 10, "");
        log.progress(1500, 0, "");
        log.progress(2, 10, "");

        assertThat(log.text()).isEqualTo("2 of 10");
    }
}
