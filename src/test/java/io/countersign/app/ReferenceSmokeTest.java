package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.api.ApiToken;
import io.countersign.api.http.ApiServer;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The ten checks of the reference's smoke script, in its order, each with data in it: none skipped, none empty as expected. Then
 * what else there is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferenceSmokeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("Europe/London"));

    private final ObjectMapper json = new ObjectMapper();
    private final ThrowawayHome home = ThrowawayHome.create(CLOCK);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ApiServer server;
    private String token;

    @BeforeAll
    void start() throws IOException {
        home.fill(Progress.none());
        home.root().search().catchUp().run(Progress.none());
        server = ApiServer.start(
                0, ApiParts.of(home.root(), home.root().ask(CLOCK, Locale.UK)).offer(home.directory()));
        token = Files.readString(home.directory().resolve(ApiToken.FILE)).strip();
    }

    @AfterAll
    void stop() {
        http.close();
        server.close();
        home.close();
    }

    @Test
    @Order(1)
    void moneyModeExportsCsv() throws Exception {
        var answer = get("/api/money/receipts.csv");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        var lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("date,merchant,amount,currency,email_id,subject,category");
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines)
                .noneMatch(line -> Pattern.compile("(^|,)\"?[=+@-][^,\"]*\\(")
                        .matcher(line)
                        .find());
    }

    @Test
    @Order(2)
    void moneyModeFindsDuplicates() throws Exception {
        var duplicates = read(get("/api/money/duplicates?window_days=7"));
        assertThat(duplicates).isNotEmpty();
        assertThat(duplicates.get(0).path("daysApart").asInt()).isBetween(0, 7);
        assertThat(duplicates.get(0).path("earlier").path("merchant").asText()).isNotBlank();
    }

    @Test
    @Order(3)
    void moneyModeSumsSpendingUp() throws Exception {
        var summary = read(get("/api/money/summary"));
        assertThat(summary).isNotEmpty();
        assertThat(summary.get(0).path("count").asInt()).isPositive();
        assertThat(new BigDecimal(summary.get(0).path("total").asText())).isPositive();
    }

    @Test
    @Order(4)
    void theLearningLoopProposes() throws Exception {
        var dry = read(post("/api/actions/propose", "{\"dry_run\":true,\"query\":\"category:promotion\",\"limit\":5}"));
        assertThat(dry.path("evaluated").asInt()).isPositive();
        var result = read(post("/api/actions/propose", ""));
        assertThat(result.path("created").asInt() + result.path("existing").asInt())
                .isPositive();
        assertThat(read(get("/api/actions/tray"))).isNotEmpty();
    }

    @Test
    @Order(5)
    void theLearningLoopApproves() throws Exception {
        var tray = read(get("/api/actions/tray?limit=3"));
        assertThat(tray).hasSize(3);
        var approved = read(post("/api/actions/" + tray.get(0).path("id").asLong() + "/approve", ""));
        assertThat(approved.path("decided").asInt()).isOne();
        assertThat(approved.path("executed").asInt()).isOne();
        var rejected = read(post("/api/actions/" + tray.get(1).path("id").asLong() + "/reject", ""));
        assertThat(rejected.path("decided").asInt()).isOne();
        var policy = read(post("/api/actions/" + tray.get(2).path("id").asLong() + "/always", ""));
        assertThat(policy.path("id").asLong()).isPositive();
    }

    @Test
    @Order(6)
    void policyStatsCountWhatWasDecided() throws Exception {
        var before = read(get("/api/policy/stats"));
        assertThat(sum(before, "approved")).isEqualTo(2);
        assertThat(sum(before, "rejected")).isEqualTo(1);
        assertThat(sum(before, "fired")).isGreaterThan(3);

        var inTheWindow = home.root().approvals().tray(1).getFirst();
        home.root().approvals().approve(List.of(inTheWindow.id()), Progress.none());

        assertThat(sum(read(get("/api/policy/stats")), "approved")).isEqualTo(3);
        assertThat(sum(read(get("/api/policy/stats?window_days=30")), "approved"))
                .isEqualTo(3);
    }

    @Test
    @Order(7)
    void weightsWereLearned() throws Exception {
        var weights = read(get("/api/learning/weights"));
        assertThat(weights).isNotEmpty();
        assertThat(weights).anyMatch(weight -> weight.path("weight").asDouble() != 0);
    }

    @Test
    @Order(8)
    void atsEnrichmentFindsApplications() throws Exception {
        var enriched = read(post("/api/ats/enrich", "{\"full\":true}"));
        assertThat(enriched.path("examined").asInt()).isPositive();
        assertThat(enriched.path("applications").asInt()).isPositive();
        var applications = read(get("/api/ats/applications?min_risk=0.1"));
        assertThat(applications).isNotEmpty();
        assertThat(applications).allMatch(one -> one.path("ghostingRisk").asDouble() >= 0.1);
    }

    @Test
    @Order(9)
    void chatAnswersWithAMode() throws Exception {
        for (var mode : new String[] {"&mode=money", "&mode=networking", ""}) {
            var question = URLEncoder.encode("How much did I spend?", StandardCharsets.UTF_8);
            var answer = get("/api/chat/stream?q=" + question + mode);
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream;charset=utf-8");
            assertThat(answer.body()).contains("event: text\n").contains("event: answer\n");
            var last = answer.body().substring(answer.body().indexOf("event: answer\ndata: ") + 20);
            var whole = json.readTree(last.substring(0, last.indexOf('\n')));
            assertThat(whole.path("answer").asText()).isNotBlank();
            assertThat(whole.path("citations")).isNotEmpty();
        }
    }

    @Test
    @Order(10)
    void metricsAreServed() throws Exception {
        var answer = get("/metrics");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        var text = answer.body();
        assertThat(metric(text, "policy_fired_total", "policy_id", "user")).isEqualTo(fired());
        assertThat(metric(text, "policy_approved_total", "policy_id", "user")).isEqualTo(3);
        assertThat(metric(text, "policy_rejected_total", "policy_id", "user")).isEqualTo(1);
        assertThat(metric(text, "user_weight_updates_total", "sign", "user")).isGreaterThanOrEqualTo(4);
        assertThat(metric(text, "ats_enriched_total")).isPositive();
    }

    private double fired() throws Exception {
        return sum(read(get("/api/policy/stats")), "fired");
    }

    /** The sum of a metric, all of whose series have exactly these labels. */
    private static double metric(String text, String name, String... labels) {
        var series = Pattern.compile("(?m)^" + name
                        + (labels.length == 0 ? "" : "\\{" + String.join("=\"[^\"]+\",", labels) + "=\"[^\"]+\"}")
                        + " (\\S+)$")
                .matcher(text)
                .results()
                .toList();
        assertThat(series).as(name).isNotEmpty().hasSize((int)
                text.lines().filter(line -> line.startsWith(name)).count());
        return series.stream()
                .mapToDouble(one -> Double.parseDouble(one.group(1)))
                .sum();
    }

    @Test
    @Order(11)
    void undoTakesTheNewestBatchBack() throws Exception {
        assertThat(read(post("/api/actions/undo", "")).path("undone").asInt()).isOne();
        assertThat(sum(read(get("/api/policy/stats")), "approved")).isEqualTo(2);
    }

    @Test
    @Order(12)
    void policiesAreMadeChangedAndRemoved() throws Exception {
        var wrong =
                "{\"name\":\"x\",\"condition\":{\"nonsense\":[\"category\",\"promotion\"]},\"action\":\"archive_email\"}";
        var first = read(get("/api/policy")).get(0);
        var like = json.createObjectNode();
        for (var name : new String[] {"condition", "action", "params"}) {
            like.set(name, first.get(name));
        }
        var made =
                read(send("POST", "/api/policy", like.put("name", "Of the API").toString()), 201);
        var path = "/api/policy/" + made.path("id").asLong();
        assertThat(read(get(path)).path("name").asText()).isEqualTo("Of the API");
        assertThat(read(send("PUT", path, like.put("name", "Renamed").toString()))
                        .path("name")
                        .asText())
                .isEqualTo("Renamed");
        assertThat(send("PUT", path, like.put("version", 999).toString()).statusCode())
                .isEqualTo(409);
        assertThat(read(post(path + "/disable", "")).path("enabled").asBoolean())
                .isFalse();
        assertThat(read(post(path + "/enable", "")).path("enabled").asBoolean()).isTrue();
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(get(path).statusCode()).isEqualTo(404);

        int before = read(get("/api/policy")).size();
        like.remove("version");
        var half = send("POST", "/api/policy", "[" + like + ", " + wrong + "]");
        var problem = read(half, 422);
        assertThat(problem.path("problems").get(0).path("path").asText()).startsWith("policies[1].condition");
        assertThat(read(get("/api/policy"))).hasSize(before);
        assertThat(read(send("POST", "/api/policy", "[" + like + "]"), 201)).hasSize(1);
    }

    @Test
    @Order(13)
    void whatIsNotPendingIsAConflictAndWhatIsUnknownIsNotFound() throws Exception {
        var id = read(get("/api/actions/tray?limit=1")).get(0).path("id").asLong();
        assertThat(post("/api/actions/" + id + "/reject", "").statusCode()).isEqualTo(200);
        assertThat(read(post("/api/actions/" + id + "/approve", ""), 409)
                        .path("title")
                        .asText())
                .isEqualTo("Conflict");
        assertThat(read(post("/api/actions/987654321/approve", ""), 404)
                        .path("detail")
                        .asText())
                .isEqualTo("There is no proposal 987654321.");
        assertThat(post("/api/actions/x/approve", "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(14)
    void theDocumentDescribesEveryRouteAndNothingElse() throws Exception {
        var document = read(get("/api/openapi.json"));
        var described = new HashSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.add(operation.getKey().toUpperCase(Locale.ROOT)
                                + " " + path.getKey() + parameters(operation.getValue(), "query")
                                + parameters(operation.getValue(), "path")
                                + " " + operation.getValue().path("summary").asText())));
        var served = new HashSet<String>();
        for (var route :
                ApiParts.of(home.root(), home.root().ask(CLOCK, Locale.UK)).routes()) {
            var names = Pattern.compile("\\{(\\w+)}")
                    .matcher(route.path())
                    .results()
                    .map(one -> one.group(1))
                    .toList();
            served.add(route.verb() + " " + route.path()
                    + route.query().stream().sorted().toList() + names + " " + route.summary());
        }
        assertThat(described).isEqualTo(served);
        document.findValuesAsText("$ref")
                .forEach(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    @Order(15)
    void jobsAreListedAndRunAndTheirRunsAreTold() throws Exception {
        var ran = read(post("/api/jobs/policy-stats/run", ""));
        assertThat(ran.path("outcome").asText()).isEqualTo("done");
        assertThat(ran.path("trigger").asText()).isEqualTo("person");
        assertThat(ran.path("counts").path("policies").asInt()).isPositive();

        var jobs = read(get("/api/jobs"));
        assertThat(jobs.findValuesAsText("name")).contains("ats-enrichment", "policy-stats", "backup");
        for (var job : jobs) {
            boolean isIt = job.path("name").asText().equals("policy-stats");
            assertThat(job.path("lastOutcome").asText("")).isEqualTo(isIt ? "done" : "");
            assertThat(job.path("schedule").asText()).isNotBlank();
            assertThat(OffsetDateTime.parse(job.path("nextRun").asText()).toInstant())
                    .isAfter(CLOCK.instant());
        }
        assertThat(read(get("/api/jobs/history?name=policy-stats&limit=5")).get(0))
                .isEqualTo(ran);
        assertThat(read(get("/api/jobs/history?name=digest"))).isEmpty();
        assertThat(read(get("/api/jobs/history"))).hasSize(1);

        assertThat(post("/api/jobs/nonsense/run", "").statusCode()).isEqualTo(404);
        assertThat(get("/api/jobs/history?name=nonsense").statusCode()).isEqualTo(422);
        assertThat(get("/api/jobs/policy-stats/run").statusCode()).isEqualTo(405);
    }

    private static List<String> parameters(JsonNode operation, String in) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(one -> one.path("in").asText().equals(in))
                .map(one -> one.path("name").asText())
                .sorted()
                .toList();
    }

    private static int sum(JsonNode rows, String name) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToInt(row -> row.path(name).asInt())
                .sum();
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return read(answer, 200);
    }

    private JsonNode read(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue(status < 400 ? "application/json" : "application/problem+json");
        return json.readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String verb, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + token)
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
