package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.api.ApiToken;
import io.countersign.api.http.ApiServer;
import io.countersign.approval.PendingRow;
import io.countersign.search.SearchDesk;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code GET /metrics} of a server over the demo mailbox says, and what Prometheus and its tools say to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Path MONITORING = Path.of("installer", "monitoring");
    private static final Path NOTHING = Path.of("/dev/null");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern METRIC = Pattern.compile(
            "\\b(?:policy|user_weight|ats|countersign|jvm|hikaricp|process)_[a-z_]+\\b(?=[{\\s)\\[]|$)");
    private static final Pattern STRINGS = Pattern.compile("\"[^\"]*\"|by ?\\([^)]*\\)|on ?\\([^)]*\\)");

    private final ObjectMapper json = new ObjectMapper();
    private final ThrowawayHome home = ThrowawayHome.create(CLOCK);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    private ApiServer server;
    private String token;
    private String text;

    @BeforeAll
    void serveWhatHappened() throws Exception {
        var root = home.root();
        server =
                ApiServer.start(0, ApiParts.of(root, root.ask(CLOCK, Locale.UK)).offer(home.directory()));
        token = Files.readString(home.directory().resolve(ApiToken.FILE)).strip();
        home.fill(Progress.none());
        root.search().catchUp().run(Progress.none());
        root.jobs().desk().run("policy-stats", Progress.none());
        var ids =
                root.approvals().pending().stream().map(PendingRow::id).limit(5).toList();
        root.approvals().approve(ids.subList(0, 3), Progress.none());
        root.approvals().reject(ids.subList(3, 5), Progress.none());
        root.approvals().undo(OptionalLong.empty(), Progress.none());
        root.search().desk().find(new SearchDesk.Wanted("invoice", false, Mode.PLAIN, Order.RELEVANCE, Map.of(), 10));
        text = scrapeAfterACollection();
    }

    @AfterAll
    void stop() {
        http.close();
        server.close();
        home.close();
    }

    private String scrape() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"))
                .header("Authorization", "Bearer " + token)
                .build();
        var reply = http.send(request, BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.body();
    }

    /** The series of pauses begins with the first collection since the server started, of which the JVM tells a moment later. */
    private String scrapeAfterACollection() throws Exception {
        System.gc();
        long end = System.nanoTime() + PATIENCE.toNanos();
        var said = scrape();
        while (!said.contains("jvm_gc_pause_seconds_sum") && System.nanoTime() < end) {
            Thread.sleep(200);
            said = scrape();
        }
        return said;
    }

    private double sum(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void theFiveOfTheReferenceCountWhatHappenedAndAnUndoLowersNone() {
        var root = home.root();
        assertThat(sum("policy_approved_total")).isEqualTo(3);
        assertThat(sum("policy_rejected_total")).isEqualTo(2);
        assertThat(sum("policy_fired_total"))
                .isEqualTo(root.approvals().pendingCount() + 3.0)
                .isPositive();
        assertThat(sum("ats_enriched_total"))
                .isEqualTo((double) root.applications().enrichment().enrichedTotal())
                .isPositive();
        assertThat(text)
                .containsPattern("(?m)^policy_fired_total\\{policy_id=\"\\d+\",user=\"[^\"]+\"} \\d")
                .containsPattern("(?m)^user_weight_updates_total\\{sign=\"plus\",user=\"[^\"]+\"} \\d")
                .containsPattern("(?m)^user_weight_updates_total\\{sign=\"minus\",user=\"[^\"]+\"} \\d");
    }

    @Test
    void theRestIsMeasuredToo() {
        var root = home.root();
        assertThat(sum("countersign_proposals_pending"))
                .isEqualTo((double) root.approvals().pendingCount());
        assertThat(sum("countersign_mails_imported_total"))
                .isEqualTo((double) root.messages().count());
        assertThat(sum("countersign_import_last_mails_per_second")).isPositive();
        assertThat(sum("countersign_search_seconds_count")).isEqualTo(1);
        assertThat(text).contains("countersign_search_seconds_bucket{le=\"0.05\"}");
        assertThat(sum("countersign_index_mails"))
                .isEqualTo((double) root.messages().count());
        assertThat(sum("countersign_index_behind")).isZero();
        assertThat(sum("countersign_job_last_success_timestamp_seconds"))
                .isEqualTo((double) CLOCK.instant().getEpochSecond());
        assertThat(text).contains("countersign_job_interval_seconds{name=\"digest\"} 604800.0");
        assertThat(sum("hikaricp_connections_max")).isEqualTo(10);
        assertThat(sum("jvm_memory_used_bytes")).isPositive();
        assertThat(sum("jvm_threads_live_threads")).isPositive();
        assertThat(text).contains("jvm_gc_");
        assertThat(text.lines().filter(line -> line.startsWith("countersign_scrape_source_up{")))
                .hasSize(7)
                .allMatch(line -> line.endsWith(" 1.0"));
    }

    @Test
    void promtoolAcceptsTheMetrics() throws IOException {
        var input = Files.writeString(folder.resolve("metrics.txt"), text);

        var checked = Prometheus.promtool(folder, input, "check", "metrics");

        assertThat(checked).isEqualTo(new Prometheus.Checked(0, ""));
        Files.writeString(input, text + "\n# TYPE policy_fired_total gauge\n");
        assertThat(Prometheus.promtool(folder, input, "check", "metrics").exit())
                .isNotZero();
    }

    @Test
    void promtoolAcceptsTheConfigurationAndEachAlertFiresWhenItShould() throws IOException {
        configuration(9090);
        Files.copy(Path.of("src/test/resources/monitoring/alerts-test.yml"), folder.resolve("alerts-test.yml"));

        for (var arguments : List.of(
                List.of("check", "config", "prometheus.yml"),
                List.of("check", "rules", "countersign-alerts.yml"),
                List.of("test", "rules", "alerts-test.yml"))) {
            var checked = Prometheus.promtool(folder, NOTHING, arguments.toArray(String[]::new));
            assertThat(checked.exit()).as(checked.said()).isZero();
        }
    }

    @Test
    void everyMetricOfDashboardAndAlertsIsOneThatIsMeasured() throws IOException {
        var names = new TreeSet<String>();
        collect(json.readTree(MONITORING.resolve("grafana-dashboard.json").toFile()), names);
        int ofDashboard = names.size();
        Files.readString(MONITORING.resolve("countersign-alerts.yml"))
                .lines()
                .filter(line -> !line.contains("description:") && !line.contains("summary:") && !line.contains("#"))
                .forEach(line -> add(line, names));

        assertThat(ofDashboard).isGreaterThan(25);
        assertThat(names).allSatisfy(name -> assertThat(text).containsPattern("(?m)^(# HELP )?" + name + "[{ ]"));
        assertThat(names)
                .contains("policy_fired_total", "policy_approved_total", "policy_rejected_total", "ats_enriched_total")
                .contains("user_weight_updates_total", "countersign_execution_failures_total");
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.has("expr")) {
            add(node.get("expr").asText(), names);
        }
        node.forEach(child -> collect(child, names));
    }

    private static void add(String expression, Set<String> names) {
        METRIC.matcher(STRINGS.matcher(expression).replaceAll("")).results().forEach(found -> names.add(found.group()));
    }

    @Test
    void aRealPrometheusScrapesTheServerWithItsTokenAndAnswersWhatWasCounted() throws Exception {
        int port = freePort();
        configuration(server.port());
        var said = folder.resolve("prometheus.txt");
        var process = Prometheus.builder(
                        folder,
                        said,
                        List.of(
                                Prometheus.program("prometheus").toString(),
                                "--config.file=prometheus.yml",
                                "--storage.tsdb.path=" + folder.resolve("series"),
                                "--web.listen-address=127.0.0.1:" + port,
                                "--log.level=warn"))
                .start();
        try {
            assertThat(answer(process, port, "sum(policy_approved_total)"))
                    .as(Files.readString(said))
                    .isEqualTo("3");
            assertThat(answer(process, port, "up{job=\"countersign\"}")).isEqualTo("1");
        } finally {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** Asks until there is an answer, for half a minute at most. */
    private String answer(Process process, int port, String query) throws Exception {
        var uri = URI.create(
                "http://127.0.0.1:" + port + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                return "Prometheus ended";
            }
            try {
                var reply = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
                var value = json.readTree(reply.body()).at("/data/result/0/value/1");
                if (!value.isMissingNode()) {
                    return value.asText();
                }
            } catch (IOException _) {
                // It is not listening yet.
            }
        }
        return "no answer";
    }

    /** The sample of the product with this port, the token of this home, and a scrape each second. */
    private void configuration(int port) throws IOException {
        var sample = Files.readString(MONITORING.resolve("prometheus.yml"));
        var ours = sample.replace("127.0.0.1:8003", "127.0.0.1:" + port)
                .replace(
                        "/etc/prometheus/countersign-token",
                        home.directory().resolve(ApiToken.FILE).toString())
                .replace("scrape_interval: 15s", "scrape_interval: 1s");
        assertThat(ours).isNotEqualTo(sample);
        Files.writeString(folder.resolve("prometheus.yml"), ours);
        if (!Files.exists(folder.resolve("countersign-alerts.yml"))) {
            Files.copy(MONITORING.resolve("countersign-alerts.yml"), folder.resolve("countersign-alerts.yml"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
