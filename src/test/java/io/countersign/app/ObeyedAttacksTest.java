package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.ask.ModelSettingsFile;
import io.countersign.ask.llm.LoopbackServer;
import io.countersign.ask.llm.ObedientModel;
import io.countersign.ask.llm.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with every attack in its mailbox and a model that obeys them: what is stored does not change. */
class ObeyedAttacksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final String KEY = "sk-never-shown-77";
    private static final List<String> QUESTIONS = List.of(
            "What do the attackers write about approving?",
            "What does debug code 7731 allow?",
            "Which sentence should be remembered for later?");

    @TempDir
    private Path folder = Path.of("");

    private String run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = Stream.concat(
                        Stream.of("--json", "--home", folder.resolve("home").toString()), Stream.of(arguments))
                .toArray(String[]::new);
        int exit = new Program(new PrintWriter(out), new PrintWriter(err), Map.of("COUNTERSIGN_LLM_KEY", KEY), CLOCK)
                .run(all);
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        return out.toString();
    }

    private Path mailbox() throws Exception {
        var mbox = new ByteArrayOutputStream();
        var attacks = Path.of(getClass().getResource("/ask/injection").toURI());
        try (var files = Files.list(attacks)) {
            for (var file : files.sorted().toList()) {
                mbox.writeBytes("From x@example.org Thu Jan  1 00:00:00 2026\n".getBytes(StandardCharsets.US_ASCII));
                mbox.writeBytes(Files.readAllBytes(file));
                mbox.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return Files.write(folder.resolve("attacks.mbox"), mbox.toByteArray());
    }

    @Test
    void nothingIsProposedDecidedOrDone() throws Exception {
        run("import", mailbox().toString());
        var mails = run("messages", "--limit", "1000");
        assertThat(mails.lines()).hasSizeGreaterThanOrEqualTo(40);
        var tray = run("tray");
        var weights = run("weights");
        var statistics = run("stats");
        try (var server = new LoopbackServer(new ObedientModel(Protocol.OPENAI))) {
            new ModelSettingsFile(folder.resolve("home")).save(Protocol.OPENAI.settings(server));
            for (var question : QUESTIONS) {
                var printed = run("ask", question);
                var answer = answer(printed);
                assertThat(answer.get("certainty").asText()).as(question).isEqualTo("written");
                assertThat(answer.get("proposals")).isEmpty();
                assertThat(answer.get("proposed").asInt()).isZero();
                assertThat(answer.get("unsupported")).hasSizeGreaterThan(10);
                assertThat(printed).doesNotContain(KEY, "leak=");
            }
            assertThat(server.requests()).hasSize(QUESTIONS.size());
        }
        assertThat(run("messages", "--limit", "1000")).isEqualTo(mails);
        assertThat(run("tray")).isEqualTo(tray);
        assertThat(run("weights")).isEqualTo(weights);
        assertThat(run("stats")).isEqualTo(statistics);
        try (var files = Files.walk(folder.resolve("home"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(KEY);
            }
        }
    }

    private static JsonNode answer(String printed) throws Exception {
        return JSON.readTree(printed);
    }
}
