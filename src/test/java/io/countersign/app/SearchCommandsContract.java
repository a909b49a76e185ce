package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.countersign.shared.CpuTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mail is found through the index, and the index is checked and made anew. */
abstract class SearchCommandsContract extends ProgramContract {
    @Test
    void searchFindsWhatWasImportedWithTheFieldsOfTheContract() {
        json("import", mailbox.toString());
        assertThat(indexes()).hasSize(1);

        var hits = json("search", "interview", "--limit", "5").objects();

        assertThat(hits).hasSize(5);
        assertThat(names(hits.getFirst()))
                .containsExactly("rank", "score", "messageId", "from", "subject", "receivedAt", "category", "snippet");
        assertThat(hits).extracting(hit -> hit.get("rank").asInt()).containsExactly(1, 2, 3, 4, 5);
        assertThat(hits).extracting(hit -> hit.get("score").asDouble()).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(hits.getFirst().get("messageId").asText()).startsWith("<").endsWith(">");
        assertThat(hits)
                .allSatisfy(hit -> assertThat((hit.get("subject") + " " + hit.get("snippet")).toLowerCase(Locale.ROOT))
                        .contains("interview"));
        assertThat(run("search", "interview", "--mode", "networking").out()).contains("found");
        assertThat(run("search", "receipt", "--mode", "money").exit()).isZero();
        assertThat(run("search", "interview", "--mode", "sports").exit()).isEqualTo(2);
        assertThat(run("search").exit()).isEqualTo(2);
    }

    @Test
    void aSearchThatBeginsWithAStarSaysSoInOneLine() {
        json("import", mailbox.toString());
        for (var command : List.of(
                List.of("search", "*ffer"),
                List.of("messages", "--query", "*ffer"),
                List.of("search", "--", "-*ffer"))) {
            var refused = run(command.toArray(String[]::new));
            assertThat(refused.exit()).as("%s", command).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().strip())
                    .contains("A search cannot begin with *", "ffer*")
                    .hasLineCount(1);
        }
        assertThat(run("search", "intervie*").out()).contains("found").doesNotContain("0 of 0");
        assertThat(run("search", "*").out()).contains("found").doesNotContain("0 of 0");
    }

    /** The command whole, its start and the look for new mail included; in this thread, so that a busy machine tells no lie. */
    @Test
    void whateverIsSearchedForIsAnsweredOrRefusedInOneLineWithinASecond() {
        json("import", mailbox.toString());
        run("search", "interview");
        for (var query : hostile()) {
            var ran = new ArrayList<Ran>();
            var took = CpuTime.of(() -> ran.add(run("search", "--", query)));
            var shown = query.substring(0, Math.min(40, query.length()));
            assertThat(took).as(shown).isLessThan(Duration.ofSeconds(1));
            var answer = ran.getFirst();
            if (answer.exit() == 0) {
                assertThat(answer.out()).as(shown).contains("found");
                assertThat(answer.err()).as(shown).isEmpty();
            } else {
                assertThat(answer.exit()).as(shown).isEqualTo(1);
                assertThat(answer.out()).as(shown).isEmpty();
                assertThat(answer.err().strip())
                        .as(shown)
                        .startsWith("A search can")
                        .hasLineCount(1);
            }
            assertThat(answer.err().length()).as(shown).isLessThan(300);
        }
    }

    private static List<String> hostile() {
        var words = IntStream.range(0, 10_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        return List.of(
                "\"unbalanced",
                "a \"b\" \"c from:\"d",
                "\"".repeat(100_000),
                words,
                words.replace(" ", "* "),
                "-" + words.replace(" ", " -"),
                "from:" + words.replace(" ", " from:"),
                '"' + words + '"',
                "same ".repeat(10_000),
                "*ffer",
                "interview *ffer*",
                "*".repeat(100_000),
                "a*".repeat(50_000),
                "*" + "a".repeat(100_000),
                "a* b* c* d* e* i* o* s* t* u*",
                "(".repeat(50_000) + "a".repeat(50_000) + "+)".repeat(50_000),
                "(a+)+$ (a|aa)+ ^(([a-z])+.)+[A-Z]([a-z])+$ /.*.*.*=.*/",
                "\uD83D\uDE00",
                "\uD83D\uDE00".repeat(5000),
                "\uD83D",
                "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD",
                "\u0645\u0631\u062D\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
                "\u202Ereffo\u202C interview",
                "a".repeat(100_000),
                "a-".repeat(50_000) + "*",
                "e\u0301".repeat(50_000),
                "before:".repeat(10_000),
                "after:99999999-99-99 before:-1 label: stage:\"",
                "\u0000\u0001\u001B[31m");
    }

    @Test
    void whoAsksForItAlsoFindsWhatMeansTheSame() throws IOException {
        var mail = Files.writeString(folder.resolve("one.eml"), """
            From: Ann <ann@example.org>
            To: alex@example.com
            Subject: Your invoice of March
            Message-ID: <invoice@example.org>
            Date: Mon, 2 Nov 2026 10:00:00 +0000

            Please pay within 14 days.
            """);
        json("import", mail.toString());

        var found = run("--json", "--semantic", "on", "search", "bill that must be paid");

        assumeTrue(found.err().isEmpty(), "The sentence model does not run here: " + found.err());
        var hit = found.object();
        assertThat(hit.get("messageId").asText()).isEqualTo("<invoice@example.org>");
        assertThat(hit.get("similar").asBoolean()).isTrue();
        assertThat(run("--semantic", "on", "search", "bill that must be paid").out())
                .contains("~ Your invoice of March", "0 of 0 found, 1 similar (~)");
        assertThat(json("search", "bill that must be paid").objects()).isEmpty();
        assertThat(json("--semantic", "off", "search", "bill that must be paid").objects())
                .isEmpty();
        assertThat(run("--semantic", "maybe", "search", "x").exit()).isEqualTo(2);
    }

    @Test
    void aCommandThatDoesNotSearchOpensNoIndex() {
        assertThat(run("messages").exit()).isZero();
        assertThat(indexes()).isEmpty();
    }

    @Test
    void aSearchTakesInWhatChangedSinceTheLastOne() throws IOException {
        json("import", mailbox.toString());
        var mail = Files.writeString(folder.resolve("one.eml"), """
            From: Ann <ann@example.org>
            To: alex@example.com
            Subject: Zeppelin flights
            Message-ID: <zeppelin@example.org>
            Date: Mon, 2 Nov 2026 10:00:00 +0000

            We fly on Sundays.
            """);
        json("import", mail.toString());
        assertThat(json("search", "zeppelin sundays").object().get("messageId").asText())
                .isEqualTo("<zeppelin@example.org>");
        assertThat(json("search", "zeppelin is:starred").objects()).isEmpty();
    }

    @Test
    void checkFindsEverythingInOrderAndMakesTheIndexAnew() {
        json("import", mailbox.toString());
        var check = json("check").object();
        assertThat(check.get("problems")).isEmpty();
        assertThat(check.get("indexed")).isEqualTo(check.get("mails"));

        var rebuilt = json("check", "--rebuild-index").object();
        assertThat(rebuilt.get("updated")).isEqualTo(check.get("mails"));
        assertThat(rebuilt.get("problems")).isEmpty();
        assertThat(run("check").out()).contains("Everything is in order.");
        assertThat(json("search", "interview").objects()).isNotEmpty();
    }

    @Test
    void anIndexWhoseFilesAreDamagedIsMadeAnewByTheNextSearch() throws IOException {
        json("import", mailbox.toString());
        try (var files = Files.walk(indexes().getFirst())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "no index", StandardOpenOption.TRUNCATE_EXISTING);
            }
        }
        assertThat(run("search", "interview", "--json").out()).contains("\"rank\":1");
        assertThat(run("check").exit()).isZero();
    }

    List<Path> indexes() {
        try (var files = Files.list(folder.resolve("home"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("index"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
