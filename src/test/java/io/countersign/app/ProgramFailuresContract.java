package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What cannot be done is said in one line, and the exit code tells a wrong use from a failure. */
abstract class ProgramFailuresContract extends ProgramContract {
    @Test
    void failuresAreOneLineAndWrongUsageIsTwo() {
        assertThat(run("approve").exit()).isEqualTo(2);
        assertThat(run("nonsense").exit()).isEqualTo(2);
        assertThat(run("show", "12345").err()).hasLineCount(1);
        var missing = run("import", folder.resolve("missing").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("missing").hasLineCount(1);
        assertThat(missing.out()).isEmpty();
    }

    @Test
    void aDatabaseServerThatDoesNotAnswerIsSaidInOneLine() {
        var url = "jdbc:postgresql://127.0.0.1:1/countersign";

        var refused = run("--db-url", url, "tray");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains(url, "COUNTERSIGN_DB_USER").hasLineCount(1);
    }

    @Test
    void aSearchServerThatDoesNotAnswerIsSaidAndMailIsFoundWithoutIt() {
        var unreachable = run("--search-url", "http://127.0.0.1:1", "search", "interview");
        assertThat(unreachable.exit()).isZero();
        assertThat(unreachable.err())
                .contains("127.0.0.1:1 does not answer", "first words")
                .hasLineCount(1);
    }

    @Test
    void aSearchUrlWithAPasswordIsRefusedAndNotRepeated() {
        var refused = run("--search-url", "https://me:secret@search.example", "search", "interview");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("COUNTERSIGN_SEARCH_PASSWORD")
                .doesNotContain("secret")
                .hasLineCount(1);
        var file = run("--search-url", "https://search.example", "--search-ca", "missing.pem", "search", "interview");
        assertThat(file.exit()).isEqualTo(1);
        assertThat(file.err()).contains("missing.pem").hasLineCount(1);
    }

    @Test
    void aHomeInUseIsSaidInOneLine() {
        try (var held = Home.open(folder.resolve("home"))) {
            assertThat(held.directory()).exists();
            var refused = run("tray");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("home").hasLineCount(1);
        }
    }
}
