package io.countersign.ask.llm;

import static io.countersign.ask.llm.LoopbackServer.head;
import static io.countersign.ask.llm.LoopbackServer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ask.LanguageModel;
import io.countersign.ask.LanguageModel.Prompt;
import io.countersign.ask.LanguageModel.Reply;
import io.countersign.ask.ModelFailure;
import io.countersign.ask.ModelKey;
import io.countersign.ask.ModelSettings;
import io.countersign.ask.llm.LoopbackServer.Behaviour;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamedModelTest {
    private static final String SECRET = "sk-very-secret-4711";
    private static final TimeLimits QUICK = new TimeLimits(
            Duration.ofSeconds(2),
            Duration.ofMillis(800),
            Duration.ofMillis(500),
            Duration.ofSeconds(3),
            Duration.ofMillis(300));

    private final List<String> told = new ArrayList<>();

    private record Key(Optional<String> find) implements ModelKey {
        @Override
        public boolean keep(String key) {
            return false;
        }

        @Override
        public void forget() {}
    }

    private static LanguageModel model(Protocol protocol, LoopbackServer server, TimeLimits limits) {
        return StreamedModel.of(protocol.settings(server), new Key(Optional.of(SECRET)), limits)
                .orElseThrow();
    }

    private Reply ask(Protocol protocol, Behaviour behaviour) throws IOException {
        try (var server = new LoopbackServer(behaviour)) {
            return model(protocol, server, QUICK).write(new Prompt("rules", "material"), told::add, Progress.none());
        }
    }

    @ParameterizedTest
    @EnumSource
    void piecesAreToldAsTheyCome(Protocol protocol) throws Exception {
        var firstSeen = new CountDownLatch(1);
        try (var server = new LoopbackServer((_, out) -> {
            send(out, protocol.head() + protocol.piece("Grüße, "));
            assertThat(firstSeen.await(20, TimeUnit.SECONDS)).isTrue();
            send(out, protocol.piece("Welt.") + protocol.end());
        })) {
            var reply = model(protocol, server, TimeLimits.PATIENT)
                    .write(
                            new Prompt("the rules", "the material"),
                            piece -> {
                                told.add(piece);
                                firstSeen.countDown();
                            },
                            Progress.none());
            assertThat(reply).isEqualTo(new Reply("Grüße, Welt.", Optional.empty()));
            assertThat(told).containsExactly("Grüße, ", "Welt.");
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).isEqualTo(protocol.path());
                assertThat(request.headers()).containsEntry("authorization", "Bearer " + SECRET);
                assertThat(request.body()).doesNotContain(SECRET).doesNotContain("\"tools\":[{");
                assertThat(Protocol.prompt(request)).isEqualTo("the rules\nthe material\n");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancellingInTheMiddleClosesTheConnection(Protocol protocol) throws Exception {
        try (var server = new LoopbackServer((_, out) -> {
            send(out, protocol.head());
            while (true) { // until the client hangs up
                send(out, protocol.piece("on and on "));
                new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
            }
        })) {
            var model = model(protocol, server, TimeLimits.PATIENT);
            assertThatThrownBy(() -> model.write(new Prompt("r", "m"), told::add, cancelledOnce(() -> told.size() > 3)))
                    .isInstanceOf(CancellationException.class);
            assertThat(told).hasSizeGreaterThan(3).containsOnly("on and on ");
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancellingBeforeAnythingCameClosesTheConnection(Protocol protocol) throws Exception {
        var asked = new CountDownLatch(1);
        try (var server = new LoopbackServer((_, out) -> {
            asked.countDown();
            for (int i = 0; i < 2_000; i++) { // a byte of a head that never ends
                send(out, i == 0 ? "HTTP/1.1 200 x\r\nX: " : "y");
                new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
            }
        })) {
            var model = model(protocol, server, TimeLimits.PATIENT);
            assertThatThrownBy(() ->
                            model.write(new Prompt("r", "m"), told::add, cancelledOnce(() -> asked.getCount() == 0)))
                    .isInstanceOf(CancellationException.class);
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean now();
    }

    private static Progress cancelledOnce(Condition reached) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                if (reached.now()) {
                    throw new CancellationException();
                }
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatSaysNothingIsNotWaitedForLong(Protocol protocol) throws Exception {
        var reply = ask(protocol, (_, out) -> {
            send(out, protocol.head());
            new CountDownLatch(1).await(10, TimeUnit.SECONDS);
        });
        assertThat(reply).isEqualTo(new Reply("", Optional.of(new ModelFailure.TimedOut(QUICK.first()))));
    }

    @ParameterizedTest
    @EnumSource
    void whatCameBeforeASilenceStands(Protocol protocol) throws Exception {
        var reply = ask(protocol, (_, out) -> {
            send(out, protocol.head() + protocol.piece("half an"));
            new CountDownLatch(1).await(10, TimeUnit.SECONDS);
        });
        assertThat(reply).isEqualTo(new Reply("half an", Optional.of(new ModelFailure.TimedOut(QUICK.silence()))));
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatDripsForEverIsCutAtTheWholeTime(Protocol protocol) throws Exception {
        var reply = ask(protocol, (_, out) -> {
            send(out, protocol.head());
            while (true) {
                send(out, protocol.piece("."));
                new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            }
        });
        assertThat(reply.failure()).contains(new ModelFailure.TimedOut(QUICK.whole()));
        assertThat(reply.text()).matches("\\.+");
    }

    @ParameterizedTest
    @EnumSource
    void aBusyServerIsAskedOnceMore(Protocol protocol) throws Exception {
        var refusals = new CountDownLatch(1);
        try (var server = new LoopbackServer((_, out) -> {
            boolean refuse = refusals.getCount() > 0;
            refusals.countDown();
            send(
                    out,
                    refuse
                            ? "HTTP/1.1 429 x\r\nRetry-After: 1\r\nConnection: close\r\n\r\n" + SECRET
                            : protocol.head() + protocol.piece("Now.") + protocol.end());
        })) {
            var reply = model(protocol, server, QUICK).write(new Prompt("r", "m"), told::add, Progress.none());
            assertThat(reply).isEqualTo(new Reply("Now.", Optional.empty()));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatStaysBusyIsLeftAlone(Protocol protocol) throws Exception {
        try (var server = new LoopbackServer((_, out) -> send(out, head(429, "text/plain")))) {
            var reply = model(protocol, server, QUICK).write(new Prompt("r", "m"), told::add, Progress.none());
            assertThat(reply).isEqualTo(new Reply("", Optional.of(new ModelFailure.Busy())));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failuresOfTheServerAreToldApartAndNeverQuoted(Protocol protocol) throws Exception {
        assertThat(ask(protocol, (_, out) -> send(out, head(500, "text/plain") + SECRET)))
                .isEqualTo(new Reply("", Optional.of(new ModelFailure.Refused(500))));
        assertThat(ask(protocol, (_, out) -> send(out, head(401, "text/plain") + SECRET)))
                .isEqualTo(new Reply("", Optional.of(new ModelFailure.Forbidden())));
    }

    @ParameterizedTest
    @EnumSource
    void aRedirectIsNotFollowed(Protocol protocol) throws Exception {
        try (var other = new LoopbackServer((_, out) -> send(out, head(200, "text/plain")))) {
            var reply = ask(
                    protocol,
                    (_, out) -> send(
                            out,
                            "HTTP/1.1 307 x\r\nLocation: " + other.address() + "/steal\r\nConnection: close\r\n\r\n"));
            assertThat(reply).isEqualTo(new Reply("", Optional.of(new ModelFailure.Refused(307))));
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenStreamLeavesWhatCame(Protocol protocol) throws Exception {
        assertThat(ask(protocol, (_, out) -> send(out, protocol.head() + protocol.piece("It beg"))))
                .isEqualTo(new Reply("It beg", Optional.of(new ModelFailure.Broken())));
        assertThat(ask(
                        protocol,
                        (_, out) -> send(
                                out,
                                "HTTP/1.1 200 x\r\nContent-Length: 100000\r\n\r\n" + protocol.piece("It also beg"))))
                .isEqualTo(new Reply("It also beg", Optional.of(new ModelFailure.Broken())));
    }

    @ParameterizedTest
    @EnumSource
    void garbageIsAFailureAndNotAnAnswer(Protocol protocol) throws Exception {
        var garbage = List.of(
                "<html>Welcome to the hotel's network</html>",
                "data: {\"choices\": 7}\n\n",
                "data: not json\n\n",
                "{\"message\":{\"content\":[1,2]},\"done\":false}\n",
                "\0\1\2\3",
                "");
        for (var text : garbage) {
            assertThat(ask(protocol, (_, out) -> send(out, protocol.head() + text)))
                    .isEqualTo(new Reply("", Optional.of(new ModelFailure.Broken())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHundredMegabytesInOneLineAreCutOff(Protocol protocol) throws Exception {
        var reply = ask(protocol, (_, out) -> {
            send(out, protocol.head() + "data: {\"choices\":[{\"delta\":{\"content\":\"");
            var block = "x".repeat(1_000_000);
            for (int i = 0; i < 100; i++) {
                send(out, block);
            }
        });
        assertThat(reply).isEqualTo(new Reply("", Optional.of(new ModelFailure.TooLong())));
    }

    @ParameterizedTest
    @EnumSource
    void aHundredMegabytesOfPiecesAreCutOff(Protocol protocol) throws Exception {
        var reply = ask(protocol, (_, out) -> {
            send(out, protocol.head());
            var piece = protocol.piece("word ".repeat(2_000)).repeat(10);
            for (int i = 0; i < 1_000; i++) {
                send(out, piece);
            }
        });
        assertThat(reply.text()).hasSize(20_000);
        assertThat(reply.failure()).contains(new ModelFailure.TooLong());
    }

    @ParameterizedTest
    @EnumSource
    void aHundredMegabytesOfErrorAreNotRead(Protocol protocol) throws Exception {
        var reply = ask(protocol, (_, out) -> {
            send(out, head(500, "text/plain"));
            var block = "x".repeat(1_000_000);
            for (int i = 0; i < 100; i++) {
                send(out, block);
            }
        });
        assertThat(reply).isEqualTo(new Reply("", Optional.of(new ModelFailure.Refused(500))));
    }

    @ParameterizedTest
    @EnumSource
    void callsOfToolsAreDropped(Protocol protocol) throws Exception {
        var reply = ask(
                protocol,
                (_, out) -> send(
                        out,
                        protocol.head() + protocol.toolCall("approve_all") + protocol.piece("Text.") + protocol.end()));
        assertThat(reply).isEqualTo(new Reply("Text.", Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAtTheAddressIsSaidSo(Protocol protocol) throws Exception {
        assertThat(whoHasGone(protocol).write(new Prompt("r", "m"), told::add, Progress.none()))
                .isEqualTo(new Reply("", Optional.of(new ModelFailure.Unreachable())));
    }

    private static LanguageModel whoHasGone(Protocol protocol) throws Exception {
        try (var server = new LoopbackServer((_, _) -> {})) {
            return model(protocol, server, QUICK);
        }
    }

    @Test
    void aKeyThatIsNoHeaderIsNeitherSentNorShown() throws Exception {
        try (var server = new LoopbackServer((_, _) -> {})) {
            var model = StreamedModel.of(Protocol.OPENAI.settings(server), new Key(Optional.of("two\nlines")), QUICK)
                    .orElseThrow();
            assertThat(model.write(new Prompt("r", "m"), told::add, Progress.none()))
                    .isEqualTo(new Reply("", Optional.of(new ModelFailure.Broken())));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void nothingIsContactedBeforeItIsAsked() throws Exception {
        try (var socket = new ServerSocket(0)) {
            socket.setSoTimeout(300);
            var settings = new ModelSettings(
                    true, ModelSettings.Kind.OLLAMA, "http://localhost:" + socket.getLocalPort(), "small", "");
            assertThat(StreamedModel.of(settings, new Key(Optional.empty()), QUICK))
                    .isPresent();
            assertThatThrownBy(socket::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
