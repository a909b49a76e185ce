package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mail is imported, proposed for, decided on and acted on by hand, and all of it is taken back. */
abstract class ApprovalCommandsContract extends ProgramContract {
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
        assertThat(tray).allSatisfy(ApprovalCommandsContract::addsUp);
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

    /** What is printed of a confidence sums to the confidence as it is printed. */
    @Test
    void whatWasLearnedIsForgottenByFeatureOrAsAWhole() {
        json("import", mailbox.toString());
        json("tray").objects().stream()
                .limit(4)
                .forEach(proposal -> json("approve", proposal.get("id").asText()));
        var learned = json("weights").objects();
        assertThat(learned).hasSizeGreaterThan(1);
        var one = learned.getFirst().get("feature").asText();

        var left = run("--json", "weights", "--reset", one);

        assertThat(left.err()).contains("1 learned features forgotten");
        assertThat(left.objects())
                .hasSize(learned.size() - 1)
                .noneMatch(weight -> weight.get("feature").asText().equals(one));
        assertThat(run("--json", "weights", "--reset").out()).isEmpty();
        assertThat(json("tray").objects()).isNotEmpty().allSatisfy(ApprovalCommandsContract::addsUp);
    }

    private static void addsUp(JsonNode proposal) {
        var rationale = proposal.get("rationale");
        var points = Stream.concat(
                rationale.get("score").valueStream().map(part -> part.get("points")),
                rationale.get("features").valueStream().map(feature -> feature.get("contribution")));
        assertThat(points.mapToDouble(JsonNode::asDouble).sum())
                .isCloseTo(proposal.get("confidence").asDouble(), within(1e-9));
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
}
