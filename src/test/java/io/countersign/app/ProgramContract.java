package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.demo.DemoMailbox;
import io.countersign.mail.MailSource;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.shared.task.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop as a script sees it: every command of the contract, on a real database. */
abstract class ProgramContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> environment = environment();
    private Path mailbox = Path.of("");

    /** What chooses the database. */
    abstract Map<String, String> environment();

    private record Ran(int exit, String out, String err) {
        List<JsonNode> objects() {
            return out.lines().map(Ran::parsed).toList();
        }

        JsonNode object() {
            return objects().getFirst();
        }

        private static JsonNode parsed(String line) {
            try {
                return JSON.readTree(line);
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }
    }

    private Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = Stream.concat(Stream.of("--home", folder.resolve("home").toString()), Stream.of(arguments))
                .toArray(String[]::new);
        int exit = new Program(new PrintWriter(out), new PrintWriter(err), environment, CLOCK).run(all);
        return new Ran(exit, out.toString(), err.toString());
    }

    private Ran json(String... arguments) {
        var ran = run(Stream.concat(Stream.of("--json"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        return ran;
    }

    @BeforeEach
    void writeMailbox() throws IOException {
        var mbox = new ByteArrayOutputStream();
        new DemoMailbox(CLOCK)
                .read(
                        new MailSource.Sink() {
                            @Override
                            public void mail(RawMail mail) {
                                mbox.writeBytes("From demo@example.com Thu Jan  1 00:00:00 2026\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                                mbox.writeBytes(mail.content());
                                mbox.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
                            }

                            @Override
                            public void rejected(Rejection rejection) {
                                throw new IllegalStateException(rejection.toString());
                            }
                        },
                        Progress.none());
        mailbox = Files.write(folder.resolve("demo.mbox"), mbox.toByteArray());
    }

    @Test
    void questionsAreAnsweredWithTheMailsThatProveIt() {
        json("import", mailbox.toString());

        var counted = json("ask", "How many rejections did I get?").object();
        assertThat(names(counted)).startsWith("answer", "certainty", "citations", "proposals");
        assertThat(counted.get("answer").asText()).contains("9");
        assertThat(names(counted.get("citations").get(0))).contains("messageId", "subject", "from", "receivedAt");
        assertThat(counted.get("citations").get(0).get("messageId").asText()).startsWith("<");

        var pending = json("tray", "--limit", "1000").objects().size();
        var wanted = json("ask", "Mark promotions from Halden Outdoor as read").object();
        assertThat(wanted.get("proposed").asInt())
                .isPositive()
                .isEqualTo(wanted.get("proposals").size());
        assertThat(json("tray", "--limit", "1000").objects())
                .hasSize(pending + wanted.get("proposed").asInt());

        var text = run("ask", "What", "is", "my", "CloudKeep", "verification", "code?", "--mode", "networking");
        assertThat(text.out()).contains("402 918").contains("[1] ");
        assertThat(run("ask", "x", "--mode", "nonsense").exit()).isEqualTo(2);
        assertThat(run("ask").exit()).isEqualTo(2);
    }

    @Test
    void applicationsComeOutOfTheMailAndTheWarehouse() throws IOException {
        json("import", mailbox.toString());
        var applications = json("applications").objects();
        assertThat(applications).hasSizeGreaterThan(20);
        assertThat(applications.getFirst().get("rank").asInt()).isEqualTo(1);
        assertThat(applications)
                .filteredOn(one -> one.get("company").asText().equals("Corvane"))
                .hasSize(2);

        var again = json("enrich", "ats", "--full").object();
        assertThat(names(again)).startsWith("examined", "enriched", "applications", "seconds");
        assertThat(again.get("enriched").asInt()).isZero();
        assertThat(again.get("applications").asInt()).isEqualTo(applications.size());

        var warehouse = Files.writeString(folder.resolve("view.csv"), """
            application_id,system,company,email,stage,last_stage_change,interview_date
            77,workday,Quadrant Labs,alex.morgan@example.com,interview,2026-11-18T09:00:00Z,
            """);
        json("enrich", "ats", "--warehouse", warehouse.toString());
        assertThat(json("applications").objects())
                .filteredOn(one -> one.get("company").asText().equals("Quadrant Labs"))
                .extracting(one -> one.get("stage").asText())
                .containsExactly("interview");

        assertThat(run("applications", "--min-risk", "2").exit()).isEqualTo(2);
        assertThat(run("enrich").exit()).isEqualTo(2);
        assertThat(run(
                                "enrich",
                                "ats",
                                "--warehouse",
                                folder.resolve("none.csv").toString())
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void theLoopAnswersAsTheContractSays() {
        var imported = json("import", mailbox.toString()).object();
        assertThat(names(imported)).contains("read", "imported", "duplicates", "rejected", "seconds", "errors");
        assertThat(imported.get("imported").asInt()).isGreaterThan(150);

        var tray = json("tray").objects();
        assertThat(tray).hasSizeGreaterThan(50);
        assertThat(names(tray.getFirst()))
                .contains(
                        "id",
                        "action",
                        "params",
                        "confidence",
                        "policyId",
                        "policy",
                        "messageId",
                        "from",
                        "subject",
                        "receivedAt",
                        "rationale");
        assertThat(names(tray.getFirst().get("rationale"))).contains("summary", "clauses", "features", "score");
        assertThat(tray).allSatisfy(ProgramContract::addsUp);
        assertThat(tray.getFirst().get("rationale").get("clauses")).isNotEmpty();

        var first = tray.getFirst().get("id").asText();
        var second = tray.get(1).get("id").asText();
        var approved = json("approve", first).object();
        assertThat(names(approved)).containsExactly("batch", "decided", "executed", "failed", "skipped");
        assertThat(approved.get("executed").asInt()).isEqualTo(1);
        var rejected = run("--json", "reject", second, "999999");
        assertThat(rejected.exit()).isZero();
        assertThat(rejected.object().get("skipped").asInt()).isEqualTo(1);
        assertThat(rejected.err()).contains("999999").hasLineCount(1);

        assertThat(json("weights").objects())
                .isNotEmpty()
                .allSatisfy(weight ->
                        assertThat(names(weight)).containsExactly("feature", "weight", "updatedAt", "decisions"));
        var stats = json("stats").objects();
        assertThat(names(stats.getFirst()))
                .contains(
                        "policyId",
                        "name",
                        "fired",
                        "approved",
                        "rejected",
                        "pending",
                        "precision",
                        "decidedPrecision",
                        "precisionLow",
                        "precisionHigh",
                        "recall",
                        "recallLow",
                        "recallHigh",
                        "windowDays",
                        "updatedAt");
        assertThat(stats.stream().mapToInt(row -> row.get("approved").asInt()).sum())
                .isEqualTo(1);
        assertThat(stats.stream().mapToInt(row -> row.get("rejected").asInt()).sum())
                .isEqualTo(1);
        assertThat(json("stats", "--window-days", "30")
                        .objects()
                        .getFirst()
                        .get("windowDays")
                        .asInt())
                .isEqualTo(30);

        assertThat(json("undo").object().get("undone").asInt()).isEqualTo(1);
        assertThat(json("undo").object().get("undone").asInt()).isEqualTo(1);
        assertThat(json("weights").objects()).isEmpty();
        assertThat(json("tray").objects()).hasSameSizeAs(tray);
        assertThat(run("undo").exit()).isEqualTo(1);
    }

    @Test
    void importingAndProposingAgainChangesNothing() {
        var first = json("import", mailbox.toString()).object();
        int pending = json("tray").objects().size();

        var again = json("import", mailbox.toString()).object();
        assertThat(again.get("imported").asInt()).isZero();
        assertThat(again.get("duplicates").asInt()).isEqualTo(first.get("read").asInt());

        var proposed = json("propose").object();
        assertThat(names(proposed)).containsExactly("evaluated", "created", "existing");
        assertThat(proposed.get("created").asInt()).isZero();
        assertThat(json("tray").objects()).hasSize(pending);
    }

    @Test
    void whatWasApprovedShowsInTheMail() {
        json("import", mailbox.toString());
        var archive = json("tray").objects().stream()
                .filter(proposal -> proposal.get("action").asText().equals("archive_email"))
                .findFirst()
                .orElseThrow();
        json("approve", archive.get("id").asText());

        var shown = json("show", archive.get("messageId").asText()).object();
        assertThat(shown.get("folder").asText()).isEqualTo("Archive");
        assertThat(shown.get("text").asText()).isNotBlank();
        assertThat(shown.get("headers")).isNotEmpty();
        assertThat(shown.get("proposals").get(0).get("status").asText()).isEqualTo("executed");
        assertThat(shown.get("audit")).isNotEmpty();
    }

    @Test
    void messagesCarryTheFieldsOfTheDocumentAndFollowTheQuery() {
        json("import", mailbox.toString());
        var all = json("messages").objects();
        assertThat(names(all.getFirst()))
                .contains(
                        "id",
                        "messageId",
                        "account",
                        "folder",
                        "threadId",
                        "from",
                        "senderDomain",
                        "to",
                        "listId",
                        "subject",
                        "receivedAt",
                        "category",
                        "categoryConfidence",
                        "labels",
                        "unread",
                        "starred",
                        "answered",
                        "ageDays",
                        "riskScore",
                        "riskReasons",
                        "hasAttachment",
                        "expiresAt");
        assertThat(all)
                .extracting(mail -> mail.get("receivedAt").asText())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));

        var promotions = json("messages", "--query", "category:promotion", "--limit", "5")
                .objects();
        assertThat(promotions).hasSize(5);
        assertThat(promotions)
                .allSatisfy(mail -> assertThat(mail.get("category").asText()).isEqualTo("promotion"));
    }

    @Test
    void alwaysMakesAPolicyThatTheListShows() {
        json("import", mailbox.toString());
        int before = json("policies", "list").objects().size();
        var proposal = json("tray", "--limit", "1").object();

        var policy = json("always", proposal.get("id").asText()).object();

        assertThat(policy.get("action").asText())
                .isEqualTo(proposal.get("action").asText());
        assertThat(json("policies", "list").objects()).hasSize(before + 1);
        var id = policy.get("id").asText();
        assertThat(json("policies", "disable", id).object().get("enabled").asBoolean())
                .isFalse();
        json("policies", "remove", id);
        assertThat(json("policies", "list").objects()).hasSize(before);
    }

    @Test
    void whatIsDoneByHandShowsInTheMailAndInRecallAndIsTakenBack() {
        json("import", mailbox.toString());
        var mail =
                json("messages", "--query", "category:personal", "--limit", "1").object();
        var id = mail.get("id").asText();

        var done = json(
                        "act",
                        "label",
                        "--label",
                        "Friends",
                        id,
                        mail.get("messageId").asText())
                .object();
        assertThat(names(done)).containsExactly("batch", "acted", "approved", "approval", "skipped");
        assertThat(done.get("acted").asInt()).isEqualTo(1);
        assertThat(json("show", id).object().get("labels").toString()).contains("Friends");
        assertThat(json("show", id).object().get("audit").toString()).contains("by_hand");
        json("act", "archive", id);
        assertThat(json("show", id).object().get("folder").asText()).isEqualTo("Archive");
        assertThat(json("stats").objects())
                .anySatisfy(row -> assertThat(row.get("recall").isNumber()).isTrue());

        var recount = json("stats", "--recompute").object();
        assertThat(names(recount)).containsExactly("policies", "decisions", "corrected", "seconds");
        assertThat(recount.get("corrected").asInt()).isZero();

        json("undo");
        json("undo", done.get("batch").asText());
        assertThat(json("show", id).object().get("folder").asText()).isEqualTo("INBOX");
        assertThat(json("show", id).object().get("labels").toString()).doesNotContain("Friends");
        assertThat(run("act").exit()).isEqualTo(2);
        assertThat(run("act", "label", id).exit()).isEqualTo(2);
        assertThat(run("act", "archive", "999999").exit()).isEqualTo(1);
        assertThat(run("stats", "--window-days", "0").exit()).isEqualTo(1);
    }

    @Test
    void aPolicyFileWithOneBadEntryChangesNothingAndNamesTheClause() throws IOException {
        int before = json("policies", "list").objects().size();
        var file = Files.writeString(folder.resolve("policies.json"), """
            [{"name":"good","condition":{"eq":["category","promotion"]},"action":"archive_email"},
             {"name":"bad","condition":{"all":[{"eq":["categry","promotion"]}]},"action":"archive_email"}]
            """);

        var refused = run("policies", "import", file.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("policies[1].condition.all[0].eq[0]", "category")
                .hasLineCount(1);
        assertThat(json("policies", "list").objects()).hasSize(before);
    }

    private static final String STARRED = """
        [{"name":"starred","priority":1,"condition":{"eq":["starred",false]},"action":"label_email","params":{"label":"Plain"}},
         {"name":"money","priority":2,"condition":{"eq":["category","receipt"]},"action":"mark_read"}]
        """;

    @Test
    void whatASimulationForeseesIsWhatIsProposedAfterTheImport() throws IOException {
        json("import", mailbox.toString());
        var file = Files.writeString(folder.resolve("policies.json"), STARRED).toString();
        int before = json("policies", "list").objects().size();

        var simulated = json("policies", "simulate", file).objects();

        assertThat(json("policies", "list").objects()).hasSize(before);
        assertThat(simulated)
                .hasSize(2)
                .allSatisfy(forecast -> assertThat(forecast.fieldNames())
                        .toIterable()
                        .contains(
                                "matched",
                                "wouldPropose",
                                "agree",
                                "disagree",
                                "predictedPrecision",
                                "low",
                                "high",
                                "examples"));
        assertThat(simulated.getFirst().get("wouldPropose").asInt()).isPositive();
        assertThat(simulated.getFirst().get("predictedPrecision").isNull()).isTrue();
        assertThat(simulated.getFirst().get("examples").size()).isPositive();
        json("policies", "import", file);
        assertThat(json("propose").object().get("created").asInt())
                .isGreaterThanOrEqualTo(simulated.getFirst().get("wouldPropose").asInt()
                        + simulated.getLast().get("wouldPropose").asInt());
        assertThat(run("policies", "simulate", file).out()).contains("starred", "precision");
    }

    @Test
    void anImportSaysBeforehandWhatItChangesAndReplacesWhatHasTheName() throws IOException {
        var file = folder.resolve("policies.json");
        Files.writeString(file, STARRED);
        json("policies", "import", file.toString());
        int before = json("policies", "list").objects().size();
        Files.writeString(file, STARRED.replace("Plain", "Other").replace("money", "more money"));

        var preview = json("policies", "import", "--dry-run", file.toString()).objects();

        assertThat(preview).extracting(entry -> entry.get("change").asText()).containsExactly("changed", "new");
        assertThat(preview.getFirst().get("changed").toString()).isEqualTo("[\"params\"]");
        assertThat(json("policies", "list").objects()).hasSize(before);
        var imported = json("policies", "import", file.toString()).objects();
        assertThat(imported.getFirst().get("version").asInt()).isEqualTo(2);
        assertThat(json("policies", "list").objects()).hasSize(before + 1);
        assertThat(json("policies", "import", "--dry-run", file.toString()).objects())
                .extracting(entry -> entry.get("change").asText())
                .containsExactly("same", "same");
    }

    @Test
    void anyVersionOfAPolicyIsBroughtBack() throws IOException {
        var file = Files.writeString(folder.resolve("policies.json"), STARRED).toString();
        var id = json("policies", "add", file).object().get("id").asText();
        json("policies", "disable", id);
        json("policies", "remove", id);

        var versions = json("policies", "versions", id).objects();
        var restored = json("policies", "restore", id, "1").object();

        assertThat(versions)
                .extracting(version -> version.get("version").asInt())
                .containsExactly(2, 1);
        assertThat(versions.getFirst().get("policy").get("enabled").asBoolean()).isFalse();
        assertThat(restored.get("version").asInt()).isEqualTo(3);
        assertThat(restored.get("enabled").asBoolean()).isTrue();
        assertThat(json("policies", "show", id).object()).isEqualTo(restored);
        assertThat(run("policies", "restore", id, "17").exit()).isEqualTo(1);
        assertThat(run("policies", "versions", "9999").exit()).isEqualTo(1);
    }

    @Test
    void moneyIsListedAddedUpAndSearchedForDoubles() {
        json("import", mailbox.toString());

        json("receipts", "--from", "2026-01-01", "--to", "2026-12-31").objects().forEach(receipt -> {
            assertThat(names(receipt))
                    .contains("date", "merchant", "amount", "currency", "kind", "orderId", "messageId")
                    .contains("subject", "category", "confidence", "messageIds");
            assertThat(receipt.get("date").asText()).startsWith("2026-");
        });
        assertThat(json("receipts").objects()).hasSizeGreaterThan(15);
        var doubles = json("duplicates", "--window-days", "7").objects();
        assertThat(doubles).hasSize(1); // the toner that the demo mailbox was charged for twice, by two payments
        assertThat(names(doubles.getFirst()))
                .contains("merchant", "amount", "currency", "daysApart", "earlier", "later", "reasons");
        assertThat(doubles.getFirst().get("merchant").asText()).isEqualTo("Inkwell Supply");
        assertThat(doubles.getFirst().get("reasons")).isNotEmpty();
        json("spending", "--by", "merchant")
                .objects()
                .forEach(total -> assertThat(names(total))
                        .contains("currency", "total", "count", "average", "byMonth", "byMerchant", "byCategory"));

        assertThat(run("receipts").out()).contains("merchant");
        assertThat(run("duplicates").exit()).isZero();
        assertThat(run("spending", "--by", "category").out()).contains("category");
        assertThat(run("spending", "--by", "weekday").exit()).isEqualTo(2);
        assertThat(run("receipts", "--from", "yesterday").exit()).isEqualTo(2);
        assertThat(run("duplicates", "--window-days", "-1").exit()).isEqualTo(2);
    }

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
    void aMailThatHadToBeRepairedSaysSo() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.eml"), """
            From: Ann <ann@example.org>
            To: alex@example.com
            Subject: Hello
            Message-ID: <broken@example.org>
            Date: the day after tomorrow

            Hello.
            """);
        json("import", broken.toString());

        var notes = json("show", "<broken@example.org>").object().get("notes");

        assertThat(notes.get(0).asText()).contains("the day after tomorrow");
        assertThat(run("show", "<broken@example.org>").out()).contains("Note:", "the day after tomorrow");
    }

    @Test
    void decidingNothingIsAFailureThatSaysWhy() {
        json("import", mailbox.toString());
        var id = json("tray", "--limit", "1").object().get("id").asText();
        json("approve", id);

        var again = run("approve", id);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("pending").hasLineCount(1);
        assertThat(again.out()).isEmpty();

        var unknown = run("reject", "999999");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("999999").hasLineCount(1);
    }

    @Test
    void aDatabaseServerThatDoesNotAnswerIsSaidInOneLine() {
        var url = "jdbc:postgresql://127.0.0.1:1/countersign";

        var refused = run("--db-url", url, "tray");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains(url, "COUNTERSIGN_DB_USER").hasLineCount(1);
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

    /** What is printed of a confidence sums to the confidence as it is printed. */
    private static void addsUp(JsonNode proposal) {
        var rationale = proposal.get("rationale");
        var points = Stream.concat(
                rationale.get("score").valueStream().map(part -> part.get("points")),
                rationale.get("features").valueStream().map(feature -> feature.get("contribution")));
        assertThat(points.mapToDouble(JsonNode::asDouble).sum())
                .isCloseTo(proposal.get("confidence").asDouble(), within(1e-9));
    }

    private static List<String> names(JsonNode object) {
        var iterable = (Iterable<String>) object::fieldNames;
        return StreamSupport.stream(iterable.spliterator(), false).collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void trustIsListedAndOnlyGivenWhereItWasEarned() {
        json("import", mailbox.toString());
        var all = json("policies", "trust").objects();
        assertThat(all).hasSameSizeAs(json("policies", "list").objects());
        assertThat(all).allSatisfy(one -> {
            assertThat(one.get("level").asText()).isEqualTo("suggest");
            assertThat(one.get("decided").asInt()).isZero();
            assertThat(one.get("missing").asInt()).isEqualTo(73);
            assertThat(one.get("demoted").isNull()).isTrue();
        });
        assertThat(all.stream().map(one -> one.get("mayAct").asBoolean())).contains(true, false);
        var first = all.stream()
                .filter(one -> one.get("mayAct").asBoolean())
                .findFirst()
                .orElseThrow();
        var id = first.get("policyId").asText();

        assertThat(json("policies", "trust", id).object()).isEqualTo(first);
        assertThat(json("policies", "trust", id, "--ask").object()).isEqualTo(first);
        var refused = run("policies", "trust", id, "--automatic");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("73 more approvals").hasLineCount(1);
        assertThat(run("policies", "trust", "999").exit()).isEqualTo(1);
        assertThat(run("policies", "trust", "--ask").exit()).isEqualTo(2);
        assertThat(run("policies", "trust", id, "--ask", "--automatic").exit()).isEqualTo(2);
    }
}
