package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Mail is listed and shown, and so is what was found in it: applications and money. */
abstract class MailCommandsContract extends ProgramContract {
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

        var withdrawn = json("withdraw", wanted.get("request").asText()).object();
        assertThat(names(withdrawn)).containsExactly("request", "withdrawn", "decided");
        assertThat(withdrawn.get("withdrawn")).isEqualTo(wanted.get("proposed"));
        assertThat(json("tray", "--limit", "1000").objects()).hasSize(pending);
        assertThat(run("withdraw").exit()).as("nothing is left").isEqualTo(1);
        assertThat(run("withdraw").err()).hasLineCount(1);

        var text = run("ask", "What", "is", "my", "CloudKeep", "verification", "code?", "--mode", "networking");
        assertThat(text.out()).contains("402 918").contains("[1] ");
        assertThat(run("ask", "x", "--mode", "nonsense").exit()).isEqualTo(2);
        assertThat(run("ask").exit()).isEqualTo(2);
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
}
