package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.api.ApiToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code serve} as a process of its own, which is told to end as an init system does. */
@Timeout(180)
final class ServedJobsTest {
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final int ATTEMPTS = 600;
    private static final int ENDED_BY_SIGTERM = 143;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsDueRunsWhileItServesAndTheProcessEndsInOrderWhenItIsTold() throws Exception {
        var earlier = Clock.offset(Clock.systemUTC(), TWO_DAYS.negated());
        assertThat(run(earlier, "jobs", "run", "policy-stats").exit()).isZero();

        var served = serve();
        try {
            int port = port(served);
            awaitRunOf("policy-stats", port, earlier.instant().plus(Duration.ofDays(1)));

            var refused = run(Clock.systemUTC(), "jobs", "list");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).hasLineCount(1).contains(home().toString(), "serve", "/api/");
        } finally {
            served.destroy();
        }
        assertThat(served.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(served.exitValue()).isIn(0, ENDED_BY_SIGTERM);

        var history = run(Clock.systemUTC(), "--json", "jobs", "history", "policy-stats");
        var newest = json.readTree(history.out().lines().findFirst().orElseThrow());
        assertThat(newest.path("outcome").asText()).isEqualTo("done");
        assertThat(newest.path("trigger").asText()).isEqualTo("catch-up");
        assertThat(history.out().lines()).hasSize(2);
        assertThat(run(Clock.systemUTC(), "jobs", "list").exit()).isZero();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private record Ran(int exit, String out, String err) {}

    private Ran run(Clock clock, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = Stream.concat(Stream.of("--home", home().toString()), Stream.of(arguments))
                .toArray(String[]::new);
        int exit = new Program(new PrintWriter(out), new PrintWriter(err), Map.of(), clock).run(all);
        return new Ran(exit, out.toString(), err.toString());
    }

    private Process serve() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "io.countersign.app.Main",
                        "--home",
                        home().toString(),
                        "--json",
                        "serve",
                        "--port",
                        "0"))
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private int port(Process served) throws IOException {
        var said = served.inputReader().readLine();
        assertThat(said).as(Files.readString(folder.resolve("err.txt"))).isNotNull();
        return json.readTree(said).path("port").asInt();
    }

    /** Waits for a run that ended well after this moment. */
    private void awaitRunOf(String job, int port, Instant moment) throws Exception {
        var never = new CountDownLatch(1);
        for (int i = 0; i < ATTEMPTS && !lastSuccess(job, port).isAfter(moment); i++) {
            assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(lastSuccess(job, port)).isAfter(moment);
    }

    private Instant lastSuccess(String job, int port) throws Exception {
        var token = Files.readString(home().resolve(ApiToken.FILE)).strip();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var series = "countersign_job_last_success_timestamp_seconds{name=\"" + job + "\"} ";
            return http.send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(series))
                    .map(line -> Instant.ofEpochSecond((long) Double.parseDouble(line.substring(series.length()))))
                    .findFirst()
                    .orElse(Instant.EPOCH);
        }
    }
}
