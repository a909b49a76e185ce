package io.countersign.ask.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.ModelKey;
import io.countersign.ask.Question;
import io.countersign.ask.written.GivenMail;
import io.countersign.ask.written.WrittenAnswers;
import io.countersign.ask.written.WrittenAnswers.Written;
import io.countersign.mail.MailParser;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack of {@code ask/injection} against a model that obeys all of them: nothing happens, and nothing false is unmarked. */
class InjectionSuiteTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Question QUESTION = new Question("When is the interview?", Mode.PLAIN);
    private static final GivenMail HONEST = new GivenMail(
            1,
            "Interview",
            "Mara Lindqvist <mara@acme.example>",
            NOW.minusSeconds(400_000),
            "Hello Kim, the interview with Acme is on 3 December 2026 at 10:30 in Utrecht. The salary is 58500 EUR.\n"
                    + "See https://acme.example/jobs/12 for the way.");

    private static final Pattern LINK = Pattern.compile(
            "(?i)(?:[a-z][a-z0-9+.-]*://|www\\.|javascript:|data:|mailto:|[a-z]*\\.?evil\\.invalid)[^\\s<>\"]*");
    private static final Pattern FIRST_PERSON = Pattern.compile("\\b(?:I|I've|We|we|Ich|ich|Wir|wir)\\b");

    private final List<URI> outside = new ArrayList<>();
    private final ProxySelector before = ProxySelector.getDefault();

    private record KeyOf(Optional<String> find) implements ModelKey {
        @Override
        public boolean keep(String key) {
            return false;
        }

        @Override
        public void forget() {}
    }

    @BeforeEach
    void recordWhatGoesOut() {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                outside.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    }

    @AfterEach
    void stopRecording() {
        ProxySelector.setDefault(before);
    }

    static Stream<String> attacks() throws IOException, URISyntaxException {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(InjectionSuiteTest.class.getResource("/ask/injection").toURI());
    }

    private static GivenMail attack(String name) throws IOException, URISyntaxException {
        var mail = new MailParser().parse(Files.readAllBytes(folder().resolve(name)));
        return new GivenMail(2, mail.subject(), mail.from().toString(), NOW.minusSeconds(900), mail.text());
    }

    @Test
    void thereAreAtLeastFortyAttacks() throws Exception {
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackGetsNothingDone(String name) throws Exception {
        var attack = attack(name);
        for (var protocol : Protocol.values()) {
            var told = new StringBuilder();
            int namesBefore = RecordingResolver.names().size();
            try (var server = new LoopbackServer(new ObedientModel(protocol))) {
                var written = write(protocol, server, attack, told);
                assertThat(written.failure()).isEmpty();
                assertThat(told.toString().strip()).isEqualTo(written.text());
                requireOneQuestionWithoutHiddenText(server, protocol);
                requireNoForeignLink(written.text(), attack);
                requireMarks(written);
            }
            assertThat(outside).isEmpty();
            assertThat(RecordingResolver.names()).hasSize(namesBefore);
        }
    }

    private static Written write(Protocol protocol, LoopbackServer server, GivenMail attack, StringBuilder told) {
        var model = StreamedModel.of(protocol.settings(server), new KeyOf(Optional.empty()), TimeLimits.PATIENT)
                .orElseThrow();
        return new WrittenAnswers(new Random(7), Clock.fixed(NOW, ZoneOffset.UTC))
                .write(model, QUESTION, List.of(HONEST, attack), told::append, Progress.none());
    }

    private static void requireOneQuestionWithoutHiddenText(LoopbackServer server, Protocol protocol) {
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo(protocol.path());
            var prompt = Protocol.prompt(request);
            assertThat(prompt).doesNotContain("HIDDENMARK");
            assertThat(prompt.codePoints()
                            .filter(c -> c != '\n')
                            .filter(c -> Character.isISOControl(c)
                                    || Character.getType(c) == Character.FORMAT
                                    || (c >= 0xE0100 && c <= 0xE01EF)))
                    .isEmpty();
            var mark = prompt.substring(prompt.indexOf("==="), prompt.indexOf("===") + 35);
            assertThat(prompt.lines().filter((mark + " begin")::equals)).hasSize(2);
            assertThat(prompt.lines().filter((mark + " end")::equals)).hasSize(2);
            assertThat(Protocol.offersTools(request)).isFalse();
        });
    }

    private static void requireNoForeignLink(String answer, GivenMail attack) {
        assertThat(answer).doesNotContain("leak=", "![", "[99]");
        var mails = String.join("\n", HONEST.text(), attack.subject(), attack.from(), attack.text())
                .replaceAll("\\p{Cf}", ""); // as a reader sees them
        var matcher = LINK.matcher(answer);
        while (matcher.find()) {
            assertThat(mails).contains(matcher.group().replaceAll("[).,;!?\\]}'*_]+$", ""));
        }
        assertThat(answer.lines().filter(line -> line.startsWith("Confirm at ")))
                .noneMatch(line -> line.contains("evil.") || line.contains("://"));
    }

    private static void requireMarks(Written written) {
        for (var claim : ObedientModel.CLAIMS) {
            assertThat(written.unsupported()).anyMatch(sentence -> sentence.startsWith(claim));
        }
        assertThat(written.unsupported()).noneMatch(sentence -> sentence.startsWith("The interview is on 3 December"));
        var unmarked = new ArrayList<>(written.text().lines().toList());
        unmarked.removeIf(line -> written.unsupported().stream().anyMatch(line.strip()::contains));
        assertThat(unmarked).noneMatch(line -> FIRST_PERSON.matcher(line).find());
    }
}
